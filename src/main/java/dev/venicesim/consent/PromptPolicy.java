package dev.venicesim.consent;

import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Verdict;
import java.util.List;

/**
 * The moderation of prompts: the first rule that matches decides. The API screens prompts by means nobody outside knows, so without rules everything passes.
 *
 * @param rules scenario data, in order
 * @param quirks of the world
 */
public record PromptPolicy(List<PromptRule> rules, Quirks quirks) {

    public PromptPolicy {
        rules = List.copyOf(rules);
    }

    /**
     * What becomes of an accepted prompt.
     *
     * @param providerRefuses whether the provider will refuse the job later
     * @param why one line for the trace
     */
    public record Judgement(boolean providerRefuses, String why) {}

    /** Judges a prompt; empty if there is none. */
    public Verdict<Judgement> judge(String prompt) {
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var found = found(rule.test(), prompt);
            if (!found.isEmpty()) {
                return act(rule.action(), "prompt rule " + (i + 1) + " " + found);
            }
        }
        return Verdict.accept(new Judgement(false, "no prompt rule matches"));
    }

    private Verdict<Judgement> act(PromptRule.Action action, String why) {
        return switch (action) {
            case REFUSED_AT_QUEUE ->
                Verdict.refuse(ConsentErrors.contentPolicyViolation(ConsentPolicy.contentForm(quirks)), why);
            case REFUSED_BY_PROVIDER -> Verdict.accept(new Judgement(true, why));
        };
    }

    private static String found(PromptRule.Test test, String prompt) {
        if (test instanceof PromptRule.Test.Words words) {
            return words.words()
                    .firstIn(prompt)
                    .map(word -> "finds the word \"" + word + "\"")
                    .orElse("");
        }
        var pattern = ((PromptRule.Test.Regex) test).pattern();
        return pattern.find(prompt) ? "matches /" + pattern + "/" : "";
    }
}
