package dev.venicesim.cli;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.diff.ComparedSimulator;
import dev.venicesim.contract.http.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Simulators in this process, on a clock that waiting moves, so that whoever waits for one does not. */
final class OwnSimulators implements ComparedSimulator.Maker {

    private static final String KEY = "diff-of-venice-sim-0123456789";

    private final ApiEdition edition;

    OwnSimulators(ApiEdition edition) {
        this.edition = edition;
    }

    @Override
    public ComparedSimulator open(Map<String, String> quirks, boolean limits) {
        var time = new SkippedTime();
        var config = SimulatorConfig.builder()
                .port(0)
                .edition(edition.id())
                .jobTime("polls:1")
                .limits(limits)
                .time(time);
        quirks.forEach(config::quirk);
        var simulator = Simulator.start(config.build());
        var manner = new Target.Manner(Duration.ofSeconds(60), time, time.pause());
        return new ComparedSimulator(Target.at(simulator.baseUrl(), Optional.of(KEY), manner), simulator::close);
    }
}
