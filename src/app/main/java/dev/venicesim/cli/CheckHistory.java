package dev.venicesim.cli;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.history.HistoryEntry;
import dev.venicesim.contract.history.HistoryFile;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writer of a run of {@code check} into a history, if one is kept. */
final class CheckHistory {

    private final Optional<HistoryFile> history;
    private final ReportOption report;
    private final String target;
    private final ApiEdition edition;
    private final TimeSource time;
    private final Instant began;

    CheckHistory(
            Optional<HistoryFile> history, ReportOption report, String target, ApiEdition edition, TimeSource time) {
        this.history = history;
        this.report = report;
        this.target = target;
        this.edition = edition;
        this.time = time;
        this.began = time.now();
    }

    /** Writes down what was found, and passes the exit code on. */
    int ended(RunReport found, int exit) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("agrees", found.agreeing());
        counts.put("differs", (long) found.differing().size());
        counts.put("inconclusive", found.inconclusive());
        counts.put("skipped", found.skipped());
        var differs = found.differing().stream().map(row -> row.check().id()).toList();
        var unsure = found.rows().stream()
                .filter(row ->
                        row.result() instanceof CheckResult.Inconclusive || row.result() instanceof CheckResult.Skipped)
                .map(row -> row.check().id())
                .toList();
        add(counts, differs, unsure, found.spent(), exit);
        return exit;
    }

    /** Writes down that there was nothing to be found out. */
    void unreachable() {
        add(Map.of(), List.of(), List.of(), Usd.ZERO, CommandFailure.UNREACHABLE);
    }

    private void add(Map<String, Long> counts, List<String> differs, List<String> unsure, Usd spent, int exit) {
        history.ifPresent(file -> HistoryOption.add(
                file,
                new HistoryEntry(
                        began,
                        "check",
                        target,
                        edition.id(),
                        counts,
                        differs,
                        unsure,
                        spent,
                        Duration.between(began, time.now()),
                        exit),
                report));
    }
}
