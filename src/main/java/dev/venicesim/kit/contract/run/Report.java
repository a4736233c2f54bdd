package dev.venicesim.kit.contract.run;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.target.Trouble;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run found.
 *
 * @param target its base URL
 * @param edition what it was compared with
 * @param startedAt when the run began
 * @param rows one for each check, in order
 * @param spent what paid checks cost by their quotes
 * @param trouble what ended the run early, if anything did
 * @param notes what the user must know besides, such as jobs that could not be cleaned up
 */
public record Report(
        String target,
        Edition edition,
        Instant startedAt,
        List<Row> rows,
        Usd spent,
        Optional<Trouble> trouble,
        List<String> notes) {

    /** A check, what became of it, and how long it took. */
    public record Row(Check check, Result result, Duration took) {}

    public boolean agrees() {
        return trouble.isEmpty() && differing().isEmpty();
    }

    public List<Row> differing() {
        return rows.stream()
                .filter(row -> row.result() instanceof Result.Differs)
                .toList();
    }

    public long agreeing() {
        return rows.stream()
                .filter(row -> row.result() instanceof Result.Agrees)
                .count();
    }

    public long skipped() {
        return rows.stream()
                .filter(row -> row.result() instanceof Result.Skipped)
                .count();
    }

    /** The settings that make the simulator agree with what was found: quirks by label, options of {@code serve} by name. */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var row : rows) {
            if (row.result() instanceof Result.Differs differs) {
                settings.putAll(differs.settings());
            }
        }
        return settings;
    }
}
