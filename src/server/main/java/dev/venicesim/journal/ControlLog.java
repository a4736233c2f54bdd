package dev.venicesim.journal;

import java.util.ArrayList;
import java.util.List;

/** Log of what was changed of one world by hand, between its requests. For one thread at a time. */
final class ControlLog {

    private static final int MOST = 10_000;
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    private final List<ControlChange> changes = new ArrayList<>();
    private long weight;
    private long lost;

    /** Returns how much memory the log takes more for it. */
    long add(ControlChange change) {
        if (changes.size() == MOST || weight + change.weight() > MOST_BYTES) {
            lost++;
            return 0;
        }
        changes.add(change);
        weight += change.weight();
        return change.weight();
    }

    /** Forgets all of them. */
    void forget() {
        lost += changes.size();
        changes.clear();
        weight = 0;
    }

    List<ControlChange> changes() {
        return List.copyOf(changes);
    }

    long weight() {
        return weight;
    }

    /** How many are not kept. */
    long lost() {
        return lost;
    }
}
