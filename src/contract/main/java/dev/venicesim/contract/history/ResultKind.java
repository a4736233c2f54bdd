package dev.venicesim.contract.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Kinds of results, as counts of runs name them: in which order they are shown, and in which colour. */
final class ResultKind {

    /** What matters most is drawn at the bottom, where it can be seen however little it is. */
    private static final List<String> ORDER =
            List.of("differs", "breaking", "inconclusive", "notable", "skipped", "harmless", "agrees");

    private ResultKind() {}

    /** The kinds of some runs; one that is not known is shown last. */
    static List<String> of(List<HistoryEntry> runs) {
        var kinds = new LinkedHashSet<String>();
        runs.forEach(run -> kinds.addAll(run.counts().keySet()));
        var sorted = new ArrayList<>(ORDER);
        sorted.retainAll(kinds);
        kinds.removeAll(sorted);
        sorted.addAll(kinds);
        return sorted;
    }

    /** The class of a style, never a word from outside. */
    static String style(String kind) {
        return ORDER.contains(kind) ? kind : "skipped";
    }
}
