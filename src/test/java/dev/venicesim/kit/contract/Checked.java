package dev.venicesim.kit.contract;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.run.ContractRun;
import dev.venicesim.kit.contract.run.Plan;
import dev.venicesim.kit.contract.run.Progress;
import dev.venicesim.kit.contract.run.Report;
import dev.venicesim.kit.contract.target.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A simulator to check, on a clock that waiting moves. */
public final class Checked implements AutoCloseable {

    public static final String KEY = "VENICE_INFERENCE_KEY_of-the-user-0123456789";

    private final HandClock clock = new HandClock();
    private final Simulator simulator;
    private final Edition edition;

    private Checked(Edition edition, Consumer<SimulatorConfig.Builder> settings) {
        this.edition = edition;
        var config = SimulatorConfig.builder().port(0).edition(edition.id()).time(clock);
        settings.accept(config);
        this.simulator = Simulator.start(config.build());
    }

    public static Checked as(Edition edition) {
        return new Checked(edition, config -> {});
    }

    public static Checked as(Edition edition, Consumer<SimulatorConfig.Builder> settings) {
        return new Checked(edition, settings);
    }

    public String baseUrl() {
        return simulator.baseUrl();
    }

    public HandClock clock() {
        return clock;
    }

    public Target target() {
        return target(baseUrl());
    }

    /** The same clock and key, another address. */
    public Target target(String baseUrl) {
        return Target.at(baseUrl, Optional.of(KEY), new Target.Manner(Duration.ofSeconds(20), clock, clock.pause()));
    }

    public Report run(Target target, String maxUsd) {
        var plan = maxUsd.isEmpty() ? Plan.free(edition) : Plan.free(edition).withMaxUsd(maxUsd);
        return run(target, plan);
    }

    public static Report run(Target target, Plan plan) {
        try {
            return ContractRun.of(target, plan, Progress.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
