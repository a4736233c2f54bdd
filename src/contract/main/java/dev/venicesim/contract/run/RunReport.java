package dev.venicesim.contract.run;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Report of a run: what it found.
 *
 * @param target its base URL
 * @param edition what it was compared with
 * @param startedAt when the run began
 * @param rows one for each check, in order
 * @param spent what paid checks cost by their quotes, and what the balance fell by beyond them
 * @param observed by how much the balance was seen to fall
 * @param targetFailure what ended the run early, if anything did
 * @param notes what the user must know besides, such as jobs that could not be cleaned up
 */
public record RunReport(
        String target,
        ApiEdition edition,
        Instant startedAt,
        List<Row> rows,
        Usd spent,
        Usd observed,
        Optional<TargetFailure> targetFailure,
        List<String> notes) {

    /** A check, what became of it, and how long it took. */
    public record Row(Check check, CheckResult result, Duration took) {}

    public boolean agrees() {
        return targetFailure.isEmpty() && differing().isEmpty();
    }

    public List<Row> differing() {
        return rows.stream()
                .filter(row -> row.result() instanceof CheckResult.Differs)
                .toList();
    }

    public long agreeing() {
        return rows.stream()
                .filter(row -> row.result() instanceof CheckResult.Agrees)
                .count();
    }

    public long inconclusive() {
        return rows.stream()
                .filter(row -> row.result() instanceof CheckResult.Inconclusive)
                .count();
    }

    public long skipped() {
        return rows.stream()
                .filter(row -> row.result() instanceof CheckResult.Skipped)
                .count();
    }

    /**
     * The settings that make the simulator agree with what was found: quirks by label, options of {@code serve} by
     * name.
     */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var row : rows) {
            if (row.result() instanceof CheckResult.Differs differs) {
                settings.putAll(differs.settings());
            }
        }
        return settings;
    }
}
