package dev.venicesim.contract.history;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Series of runs that did the same: one command against one target as one edition, oldest first.
 *
 * @param name of what they did
 * @param runs at least one
 */
record HistorySeries(String name, List<HistoryEntry> runs) {

    /**
     * Time in which something differed without a run that could say otherwise between.
     *
     * @param id a check, or a place that drifted
     * @param since the first run that saw it
     * @param until the last one
     * @param times how many runs saw it
     * @param again the run in which it differed no more; empty if it still does
     */
    record Spell(String id, Instant since, Instant until, int times, Optional<Instant> again) {

        private Spell seenAt(Instant at) {
            return new Spell(id, since, at, times + 1, again);
        }

        private Spell endedAt(Instant at) {
            return new Spell(id, since, until, times, Optional.of(at));
        }
    }

    static List<HistorySeries> of(List<HistoryEntry> entries) {
        var series = new LinkedHashMap<String, List<HistoryEntry>>();
        entries.stream()
                .sorted(java.util.Comparator.comparing(HistoryEntry::at))
                .forEach(entry -> series.computeIfAbsent(name(entry), name -> new ArrayList<>())
                        .add(entry));
        return series.entrySet().stream()
                .map(one -> new HistorySeries(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static String name(HistoryEntry entry) {
        return entry.command() + " " + entry.target()
                + (entry.edition().isEmpty() ? "" : " as edition " + entry.edition());
    }

    HistoryEntry last() {
        return runs.get(runs.size() - 1);
    }

    /** Every spell: those that last, then those that are over, the latest first. */
    List<Spell> spells() {
        var open = new TreeMap<String, Spell>();
        var over = new ArrayList<Spell>();
        var most = runs.stream().mapToLong(HistoryEntry::results).max().orElse(0);
        for (var run : runs) {
            for (var id : run.differs()) {
                var known = open.getOrDefault(id, new Spell(id, run.at(), run.at(), 0, Optional.empty()));
                open.put(id, known.seenAt(run.at()));
            }
            if (saysAll(run, most)) {
                var ended = open.keySet().stream()
                        .filter(id ->
                                !run.differs().contains(id) && !run.unsure().contains(id))
                        .toList();
                ended.forEach(id -> over.add(
                        0, java.util.Objects.requireNonNull(open.remove(id)).endedAt(run.at())));
            }
        }
        var all = new ArrayList<>(open.values());
        all.addAll(over);
        return all;
    }

    /** A run of some checks alone, or of none, does not say that the others agree again; drift compares all or nothing. */
    private static boolean saysAll(HistoryEntry run, long most) {
        return run.command().equals("check") ? run.results() == most && most > 0 : run.exit() <= 1;
    }

    /** What was paid in each month, UTC. */
    Map<String, Usd> months() {
        var months = new TreeMap<String, Usd>();
        runs.forEach(run -> months.merge(run.at().toString().substring(0, 7), run.spent(), Usd::plus));
        return months;
    }
}
