package dev.venicesim.certify;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.SimulatorServer;
import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.suite.TestSuite;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Run of a client's suite in each scenario of each edition, with a simulator of its own every time. */
public final class CertificationRun {

    private static final String KEY = "venice-sim-certify-key";

    /** How many times faster than ours a world's clock runs where its jobs take minutes. */
    private static final Map<String, Double> CLOCKS = Map.of("slow", 30.0);

    /** After so long every job has ended that ever will: who gave up on one before has lost it, on any machine. */
    private static final Duration LAST_JOB = Duration.ofMinutes(30);

    /** How long the end of a reply that the suite has already read may take to be written down. */
    private static final Duration LAST_REPLY = Duration.ofSeconds(10);

    private final TestSuite suite;
    private final Optional<Path> logs;
    private final TimeSource time;

    /** @param logs the folder that gets what the suite prints */
    public CertificationRun(TestSuite suite, Optional<Path> logs) {
        this(suite, logs, TimeSource.system());
    }

    CertificationRun(TestSuite suite, Optional<Path> logs, TimeSource time) {
        this.suite = suite;
        this.logs = logs;
        this.time = time;
    }

    /**
     * Tries the client.
     *
     * @param says told of each trial when it is over
     * @throws IOException if the suite cannot be started
     */
    public Certificate of(List<String> editions, List<String> scenarios, Consumer<String> says)
            throws IOException, InterruptedException {
        var trials = new ArrayList<Trial>();
        for (var edition : editions) {
            for (var scenario : scenarios) {
                var trial = trial(edition, scenario);
                trials.add(trial);
                Certificate.lines(trial).forEach(says);
            }
        }
        return new Certificate(List.copyOf(trials));
    }

    private Trial trial(String edition, String scenario) throws IOException, InterruptedException {
        var config = SimulatorConfig.builder()
                .port(0)
                .jobTime("polls:2")
                .edition(edition)
                .scenario(scenario)
                .time(time)
                .build();
        try (var simulator = SimulatorServer.start(config)) {
            var world = SimulatorClient.of(simulator.baseUrl()).world(KEY);
            Optional.ofNullable(CLOCKS.get(scenario)).ifPresent(world.clock()::scale);
            var environment = new TestSuite.Environment(
                    simulator.baseUrl(), KEY, Map.of("VENICE_EDITION", edition, "VENICE_SCENARIO", scenario));
            var ending = suite.run(environment, logs.map(folder -> folder.resolve(edition + "-" + scenario + ".log")));
            world.clock().advance(LAST_JOB);
            simulator.drain(LAST_REPLY);
            return new Trial(edition, scenario, ending, simulator.clientFindings());
        }
    }
}
