package dev.venicesim.contract.run;

import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.diff.ComparedSimulator;
import dev.venicesim.contract.diff.SimulatedAnswers;
import dev.venicesim.money.Usd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trial of the settings that a difference advises: a simulator that has them must differ in the same check by the same
 * settings, or they are not told.
 */
public final class AdviceTrial {

    private static final Usd ENOUGH = Usd.parse("100");
    private static final String LIMITS = "--limits";

    private final ComparedSimulator.Maker simulators;

    /**
     * @param simulators of the edition that the target is compared with
     */
    public AdviceTrial(ComparedSimulator.Maker simulators) {
        this.simulators = simulators;
    }

    /** Answers that the target's are compared with. */
    SimulatedAnswers answers(RunPlan plan) {
        return new SimulatedAnswers(simulators, plan.options().quirks());
    }

    /** The result, without settings that do not hold. */
    CheckResult of(Check check, CheckResult result, RunPlan plan) throws InterruptedException {
        if (!(result instanceof CheckResult.Differs differs)
                || differs.settings().isEmpty()) {
            return result;
        }
        return holds(check, differs.settings(), plan)
                ? result
                : new CheckResult.Differs(differs.differences(), differs.evidence(), Map.of());
    }

    private boolean holds(Check check, Map<String, String> settings, RunPlan plan) throws InterruptedException {
        var quirks = new HashMap<>(plan.options().quirks());
        quirks.putAll(settings);
        var limits = !"off".equals(quirks.remove(LIMITS));
        var options = new RunOptions(List.of(), plan.options().quirks(), Optional.empty());
        var money = check.cost() == CheckCost.PAID ? Optional.of(ENOUGH) : Optional.<Usd>empty();
        var alone = new RunPlan(plan.edition(), money, List.of(check.id()), Optional.empty(), options);
        try (var simulator = simulators.open(quirks, limits)) {
            var report = ContractRun.of(simulator.target(), alone, RunListener.SILENT);
            return report.settings().equals(settings);
        }
    }
}
