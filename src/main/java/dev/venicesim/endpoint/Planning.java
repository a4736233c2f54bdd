package dev.venicesim.endpoint;

import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.scenario.MagicPrompt;

/** Where it is decided how long a job takes and what becomes of it: magic prompt, scenario rule, world. */
final class Planning {

    Verdict<Draft> plan(Call call, Draft draft) {
        return Verdict.accept(draft);
    }
}
