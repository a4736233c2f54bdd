package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.NamedFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that says what of the API's contract a suite has met. */
@Command(
        name = "coverage",
        description = {
            "Says what of the API's contract the clients of a simulator have met: replies, outcomes, faults and"
                    + " families of models, and what would show the rest.",
            "Exits 1 if that is less than --min."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CoverageCommand implements Callable<Integer> {

    private static final int TOO_LITTLE = 1;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Mixin
    private ControlOptions simulator = new ControlOptions();

    @Option(
            names = "--edition",
            paramLabel = "DATE",
            description = "The edition whose contract it is (default: the simulator's own).")
    private @Nullable String edition;

    @Option(names = "--json", description = "Prints JSON, which a later call takes as FILE.")
    private boolean json;

    @Option(names = "--min", paramLabel = "PERCENT", description = "How much has to be met, such as 60.")
    private @Nullable String min;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "What --json printed of several runs: they are told together, and no simulator is asked.")
    private List<Path> files = List.of();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var least = Optional.ofNullable(min).map(CoverageCommand::percent);
        var coverage = files.isEmpty()
                ? now()
                : used(() ->
                        RunCoverage.of(files.stream().map(CoverageCommand::read).toList()));
        var out = spec.commandLine().getOut();
        out.println(json ? coverage.json() : PlainText.of(coverage.text()));
        var missed = least.filter(percent -> coverage.percent().compareTo(percent) < 0);
        if (!json) {
            missed.ifPresent(percent -> out.println("wanted are " + percent.toPlainString() + " %"));
        }
        out.flush();
        JobSummary.add(coverage.markdown());
        return missed.isPresent() ? TOO_LITTLE : 0;
    }

    private RunCoverage now() throws InterruptedException {
        var query = edition == null ? "" : "?edition=" + ControlOptions.segment(edition);
        try {
            return RunCoverage.of(List.of(simulator.get("/coverage" + query)));
        } catch (CommandFailure | IllegalArgumentException failure) {
            // no exit code of its own: 1 says that too little was met
            throw CommandFailure.misuse(new IllegalArgumentException(failure.getMessage(), failure));
        }
    }

    private static JsonNode read(Path file) {
        var named = new NamedFile("coverage", file, "a file that coverage --json printed into");
        return named.used(() -> {
            var run = named.json();
            RunCoverage.of(List.of(run));
            return run;
        });
    }

    private static BigDecimal percent(String text) {
        return used(() -> {
            if (!text.matches("\\d{1,3}(\\.\\d)?%?") || number(text).compareTo(ALL) > 0) {
                throw new IllegalArgumentException("min cannot be \"" + text + "\": give percent from 0 to 100");
            }
            return number(text);
        });
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace("%", ""));
    }

    private static <T> T used(Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }
}
