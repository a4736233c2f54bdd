package dev.venicesim.mutation;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.api.Operation;
import dev.venicesim.mutation.MutationReport.Row;
import dev.venicesim.mutation.MutationReport.Verdict;
import dev.venicesim.suite.TestSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Run of a suite against the contract as it is, and then once for each clause that is broken. */
public final class MutationRun {

    private static final String KEY = "venice-sim-mutate-key";

    private final TestSuite suite;
    private final Consumer<SimulatorConfig.Builder> settings;
    private final Optional<Path> logs;

    /**
     * @param settings of the simulator behind each run
     * @param logs the folder that gets what the suite prints
     */
    public MutationRun(TestSuite suite, Consumer<SimulatorConfig.Builder> settings, Optional<Path> logs) {
        this.suite = suite;
        this.settings = settings;
        this.logs = logs;
    }

    /** The clauses there are, each in a line. */
    public static List<String> list() {
        return ContractClause.all().stream()
                .map(clause -> "%-28s %s".formatted(clause.id(), clause.says()))
                .toList();
    }

    /**
     * Breaks one clause after the other.
     *
     * @param only ids of the clauses wanted; empty for all
     * @param says told of each verdict
     * @throws IllegalArgumentException if there is no such clause, or the suite fails against the contract as it is
     * @throws IOException if the suite cannot be started
     */
    public MutationReport of(List<String> only, Consumer<String> says) throws IOException, InterruptedException {
        var clauses = wanted(only);
        var whole = tried(Optional.empty(), "unchanged");
        if (whole.ending() != TestSuite.Ending.PASSED) {
            throw new IllegalArgumentException("the command "
                    + (whole.ending() == TestSuite.Ending.TIMED_OUT
                            ? "does not end within " + suite.timeout().toSeconds() + " s"
                            : "fails")
                    + " against the simulator as it is; give one that passes when nothing is broken");
        }
        var rows = new ArrayList<Row>();
        for (var clause : clauses) {
            var trial = tried(Optional.of(clause), clause.id());
            var row = new Row(clause, verdict(trial), trial.sample());
            rows.add(row);
            says.accept(row.line());
        }
        return new MutationReport(List.copyOf(rows));
    }

    private static List<ContractClause> wanted(List<String> only) {
        var all = ContractClause.all();
        for (var id : only) {
            if (all.stream().noneMatch(clause -> clause.id().equals(id))) {
                throw new IllegalArgumentException("only cannot be \"" + id + "\"; give an id that --list shows");
            }
        }
        return all.stream()
                .filter(clause -> only.isEmpty() || only.contains(clause.id()))
                .toList();
    }

    private record Trial(TestSuite.Ending ending, Optional<MutatingProxy.Sample> sample) {}

    private Trial tried(Optional<ContractClause> clause, String name) throws IOException, InterruptedException {
        try (var proxy = new MutatingProxy(clause)) {
            var config = SimulatorConfig.builder().port(0).jobTime("polls:2").publicUrl(proxy.origin());
            settings.accept(config);
            try (var simulator = Simulator.start(config.build())) {
                proxy.startBefore("http://127.0.0.1:" + simulator.port());
                var environment = new TestSuite.Environment(proxy.origin() + Operation.ROOT, KEY);
                var ending = suite.run(environment, logs.map(folder -> folder.resolve(name + ".log")));
                return new Trial(ending, proxy.sample());
            }
        }
    }

    private static Verdict verdict(Trial trial) {
        return switch (trial.ending()) {
            case FAILED -> Verdict.NOTICED;
            case TIMED_OUT -> Verdict.NOTICED_BY_TIME;
            case PASSED -> trial.sample().isEmpty() ? Verdict.NOT_REACHED : Verdict.SURVIVES;
        };
    }
}
