package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.NamedFile;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that says what a run would have cost in production, and how that differs from another run. */
@Command(
        name = "costs",
        description =
                "Says what everything so far would have cost in production. Exits 1 if that is more than --max-usd.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CostsCommand implements Callable<Integer> {

    private static final int OVER = 1;

    @Mixin
    private ControlOptions simulator = new ControlOptions();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "What costs --json printed after an earlier run: the difference is told too.")
    private @Nullable Path baseline;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(names = "--max-usd", paramLabel = "USD", description = "What the run may cost, such as 2.00.")
    private @Nullable String maxUsd;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var allowed = Optional.ofNullable(maxUsd).map(CostsCommand::dollars);
        var before = Optional.ofNullable(baseline).map(CostsCommand::read);
        var report = new RunCosts(now(), before, allowed);
        var out = spec.commandLine().getOut();
        out.println(json ? report.json() : PlainText.of(report.text()));
        out.flush();
        JobSummary.add(report.markdown());
        return report.isOver() ? OVER : 0;
    }

    private JsonNode now() throws InterruptedException {
        try {
            return RunCosts.checked(simulator.get("/costs"));
        } catch (CommandFailure | IllegalArgumentException failure) {
            // no exit code of its own: 1 says that the run was too dear
            throw CommandFailure.misuse(new IllegalArgumentException(failure.getMessage(), failure));
        }
    }

    private static Usd dollars(String text) {
        return used(() -> UsdOption.read("max-usd", text));
    }

    private static JsonNode read(Path file) {
        var named = new NamedFile("baseline", file, "a file that costs --json printed into");
        return used(() -> {
            var costs = named.json();
            return named.used(() -> RunCosts.checked(costs));
        });
    }

    private static <T> T used(Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }
}
