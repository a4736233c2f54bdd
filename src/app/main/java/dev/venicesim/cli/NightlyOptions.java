package dev.venicesim.cli;

import dev.venicesim.contract.run.Baseline;
import dev.venicesim.json.NamedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a check that runs by itself, night after night. */
final class NightlyOptions {

    @Option(names = "--skip", paramLabel = "ID", description = "Leaves this check, or group, out; repeatable.")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--list", description = "Lists the checks that it would try, and asks nothing.")
    private boolean list;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Differences that are accepted, as JSON: {\"accepted\":[{\"check\",\"reason\",\"until\"}]}. "
                    + "Red are new ones, expired ones, and accepted ones that differ no more.")
    private @Nullable Path baseline;

    @Option(names = "--fail-on-skip", description = "Exits 1 if a check was skipped or could say nothing.")
    private boolean failOnSkip;

    Baseline baseline() {
        return baseline == null
                ? Baseline.none()
                : Baseline.read(new NamedFile("baseline", baseline, "a baseline of check").json());
    }

    List<String> skip() {
        return List.copyOf(skip);
    }

    boolean lists() {
        return list;
    }

    boolean failsOnSkip() {
        return failOnSkip;
    }
}
