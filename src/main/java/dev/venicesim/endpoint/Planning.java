package dev.venicesim.endpoint;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.ContentForm;
import dev.venicesim.error.Verdict;
import dev.venicesim.scenario.MagicPrompt;

/** Where it is decided how long a job takes and what becomes of it: magic prompt first, then the world. */
final class Planning {

    Verdict<Draft> plan(Call call, Draft draft) {
        var magic = MagicPrompt.read(draft.request().prompt());
        if (magic.violation()) {
            var form =
                    call.quirks().is(Quirk.CONTENT_VIOLATION_BODY, "token") ? ContentForm.TOKEN : ContentForm.MESSAGE;
            return Verdict.refuse(
                    ConsentErrors.contentPolicyViolation(form), "the prompt holds [sim:violation] (magic value)");
        }
        var world = draft.plan();
        var pace = magic.time().orElse(world.pace());
        return Verdict.accept(
                draft.withPlan(new Draft.Plan(pace, magic.outcome().orElse(world.outcome()))));
    }
}
