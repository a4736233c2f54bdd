package dev.venicesim.cli;

import dev.venicesim.contract.run.Baseline;
import dev.venicesim.contract.run.RunOptions;
import dev.venicesim.json.NamedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a check that runs by itself, night after night. */
final class NightlyOptions {

    @Option(names = "--skip", paramLabel = "ID", description = "Leaves this check, or group, out; repeatable.")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--list", description = "Lists the checks that it would try, and asks nothing.")
    private boolean list;

    @Option(
            names = "--quirk",
            paramLabel = "NAME=VALUE",
            description = "A quirk that the target is known to have beyond its edition; repeatable.")
    private Map<String, String> quirks = new LinkedHashMap<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Differences that are accepted, as JSON: {\"accepted\":[{\"check\",\"reason\",\"until\"}]}. "
                    + "Red are new ones, expired ones, and accepted ones that differ no more.")
    private @Nullable Path baseline;

    @Option(names = "--fail-on-skip", description = "Exits 1 if a check was skipped or could say nothing.")
    private boolean failOnSkip;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Gets a line for each payment, of every run.")
    private @Nullable Path ledger;

    @Option(
            names = "--max-usd-month",
            paramLabel = "USD",
            description = "Spends no more than this in a calendar month, by the ledger.")
    private @Nullable String maxUsdMonth;

    RunOptions options() {
        return new RunOptions(
                List.copyOf(skip),
                Map.copyOf(quirks),
                Optional.ofNullable(ledger),
                Optional.ofNullable(maxUsdMonth).map(text -> UsdOption.read("max-usd-month", text)));
    }

    Baseline baseline() {
        return baseline == null
                ? Baseline.none()
                : Baseline.read(new NamedFile("baseline", baseline, "a baseline of check").json());
    }

    boolean lists() {
        return list;
    }

    boolean failsOnSkip() {
        return failOnSkip;
    }
}
