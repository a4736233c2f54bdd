package dev.venicesim.contract;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.diff.ComparedSimulator;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.run.AdviceTrial;
import dev.venicesim.contract.run.ContractRun;
import dev.venicesim.contract.run.RunListener;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A simulator to check, on a clock that waiting moves. */
public final class Checked implements AutoCloseable {

    public static final String KEY = "VENICE_INFERENCE_KEY_of-the-user-0123456789";

    private final HandClock clock = new HandClock();
    private final Simulator simulator;
    private final ApiEdition edition;

    private Checked(ApiEdition edition, Consumer<SimulatorConfig.Builder> settings) {
        this.edition = edition;
        var config = SimulatorConfig.builder().port(0).edition(edition.id()).time(clock);
        settings.accept(config);
        this.simulator = Simulator.start(config.build());
    }

    public static Checked as(ApiEdition edition) {
        return new Checked(edition, config -> {});
    }

    public static Checked as(ApiEdition edition, Consumer<SimulatorConfig.Builder> settings) {
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
        return Target.at(baseUrl, Optional.of(KEY), new Target.Manner(Duration.ofSeconds(150), clock, clock.pause()));
    }

    public RunReport run(Target target, String maxUsd) {
        var plan =
                maxUsd.isEmpty() ? RunPlan.free(edition) : RunPlan.free(edition).withMaxUsd(maxUsd);
        return run(target, plan);
    }

    public static RunReport run(Target target, RunPlan plan) {
        try {
            return ContractRun.of(target, plan, RunListener.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The same, with simulators at hand whose answers the target's are compared with. */
    public static RunReport runBesideSimulators(Target target, RunPlan plan) {
        try {
            return ContractRun.of(target, plan, RunListener.SILENT, new AdviceTrial(simulators(plan.edition())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static ComparedSimulator.Maker simulators(ApiEdition edition) {
        return (quirks, limits) -> {
            var own = as(edition, config -> {
                config.limits(limits);
                quirks.forEach(config::quirk);
            });
            return new ComparedSimulator(own.target(), own::close);
        };
    }

    @Override
    public void close() {
        simulator.close();
    }
}
