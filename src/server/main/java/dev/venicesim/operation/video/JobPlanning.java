package dev.venicesim.operation.video;

import dev.venicesim.api.Operation;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.consent.ConsentPolicy;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.scenario.JobPlan;
import dev.venicesim.scenario.MatchCounters;
import dev.venicesim.scenario.MatchInput;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import java.util.Optional;

/**
 * Planning of a job, how long it takes and what becomes of it: magic prompt first, then the scenario's rules, then the
 * world.
 */
final class JobPlanning {

    /** Refuses a prompt that breaks the content policy by its own word or by the scenario's. */
    Verdict<ValidatedRequest> plan(Exchange exchange, ValidatedRequest valid) {
        var rule = exchange.policies().script().policy(valid.request().prompt());
        if (rule.filter(now -> now.later().isEmpty()).isEmpty()) {
            return Verdict.accept(valid);
        }
        var why = valid.request().prompt().contains("[sim:violation]")
                ? "the prompt holds [sim:violation] (magic value)"
                : "the prompt breaks the policy of scenario "
                        + exchange.policies().script().scenario().name();
        return Verdict.refuse(ConsentErrors.contentPolicyViolation(ConsentPolicy.contentForm(exchange.quirks())), why);
    }

    /**
     * The magic refusal comes with a refund, but not where the model was seen to keep its price (quirk runway-refund).
     */
    private static JobPlan byTheModelsRule(JobPlan plan, ValidatedRequest valid, QuirkSettings quirks) {
        var keeps = quirks.is(ApiQuirk.RUNWAY_REFUND, "kept")
                && valid.request().model().rules().has(ModelTrait.BILLED_ON_REJECTION_OBSERVED)
                && valid.request().prompt().contains("[sim:refused]");
        return keeps && plan.outcome() instanceof Outcome.Refused refused
                ? plan.withOutcome(new Outcome.Refused(refused.recommendedModel(), Optional.empty()))
                : plan;
    }

    /** What becomes of a job that has been paid for; only such jobs count for the rules of a scenario. */
    JobPlan decide(Exchange exchange, ValidatedRequest valid) {
        var script = exchange.policies().script();
        var input = new MatchInput(
                Operation.QUEUE, valid.request().model().id(), valid.request().prompt());
        var plan = script.scenario().jobs().isEmpty()
                ? script.plan(input, MatchCounters.EMPTY).plan()
                : exchange.world().<MatchCounters, JobPlan>compute(StateKinds.COUNTERS, found -> {
                    var planned = script.plan(input, found.orElse(MatchCounters.EMPTY));
                    return Transition.to(planned.counters(), planned.plan());
                });
        plan.why().forEach(exchange.why()::note);
        return byTheModelsRule(plan, valid, exchange.quirks());
    }
}
