package dev.venicesim.endpoint;

import dev.venicesim.consent.ConsentPolicy;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.scenario.Asked;
import dev.venicesim.scenario.Endpoint;
import dev.venicesim.scenario.JobPlan;
import dev.venicesim.scenario.Tally;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;

/** Where it is decided how long a job takes and what becomes of it: magic prompt first, then the scenario's rules, then the world. */
final class Planning {

    /** Refuses a prompt that breaks the content policy by its own word or by the scenario's. */
    Verdict<Draft> plan(Call call, Draft draft) {
        var rule = call.playbook().script().policy(draft.request().prompt());
        if (rule.filter(now -> now.later().isEmpty()).isEmpty()) {
            return Verdict.accept(draft);
        }
        var why = draft.request().prompt().contains("[sim:violation]")
                ? "the prompt holds [sim:violation] (magic value)"
                : "the prompt breaks the policy of scenario "
                        + call.playbook().script().scenario().name();
        return Verdict.refuse(ConsentErrors.contentPolicyViolation(ConsentPolicy.contentForm(call.quirks())), why);
    }

    /** What becomes of a job that has been paid for; only such jobs count for the rules of a scenario. */
    JobPlan decide(Call call, Draft draft) {
        var script = call.playbook().script();
        var asked = new Asked(
                Endpoint.QUEUE, draft.request().model().id(), draft.request().prompt());
        var plan = script.scenario().jobs().isEmpty()
                ? script.plan(asked, Tally.EMPTY).plan()
                : call.world().<Tally, JobPlan>compute(Kinds.TALLY, found -> {
                    var planned = script.plan(asked, found.orElse(Tally.EMPTY));
                    return Step.to(planned.tally(), planned.plan());
                });
        plan.why().forEach(call.why()::note);
        return plan;
    }
}
