package dev.venicesim.torture;

import java.util.ArrayList;
import java.util.List;

/** Tally of all rounds: what was acknowledged, and what became of it. */
public final class Tally {

    private static final int SHOWN = 20;

    private final List<String> faults = new ArrayList<>();
    private int rounds;
    private int jobs;
    private int completions;
    private int consents;
    private int lost;
    private int doubled;
    private int unbalanced;

    void round() {
        rounds++;
    }

    void acknowledged(Promises promises) {
        jobs += promises.jobs().size();
        completions += promises.completed().size();
        consents += promises.consents().size();
    }

    void lost(String what) {
        lost++;
        fault("lost: " + what);
    }

    void doubled(String what) {
        doubled++;
        fault("doubled: " + what);
    }

    void unbalanced(String what) {
        unbalanced++;
        fault("out of balance: " + what);
    }

    private void fault(String line) {
        if (faults.size() < SHOWN) {
            faults.add(line);
        }
    }

    /** Whether every promise was kept. */
    public boolean isClean() {
        return lost + doubled + unbalanced == 0;
    }

    /** Up to {@value #SHOWN} promises that were not kept. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** All in one line. */
    public String inWords() {
        return rounds + " rounds: " + jobs + " jobs, " + completions + " completions and " + consents
                + " consents acknowledged; " + lost + " lost, " + doubled + " doubled, " + unbalanced
                + " out of balance";
    }
}
