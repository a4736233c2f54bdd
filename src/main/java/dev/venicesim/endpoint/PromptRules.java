package dev.venicesim.endpoint;

import dev.venicesim.scenario.PromptRule;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.scenario.Script;
import java.util.Optional;

/** Which prompts a world refuses. */
@FunctionalInterface
interface PromptRules {

    /** Of a world without a scenario: magic prompts alone. */
    PromptRules MAGIC_ONLY = (call, prompt) ->
            Script.of(Scenario.NONE, call.settings().behaviour().seed()).policy(prompt);

    /** The first rule that a prompt breaks. */
    Optional<PromptRule> broken(Call call, String prompt);
}
