package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.Quirks;
import dev.venicesim.consent.PromptPolicy.Judgement;
import dev.venicesim.consent.PromptRule.Action;
import dev.venicesim.consent.PromptRule.Test.Regex;
import dev.venicesim.consent.PromptRule.Test.Words;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptPolicyTest {

    private static PromptPolicy rules(PromptRule... rules) {
        return new PromptPolicy(List.of(rules), Quirks.defaults());
    }

    private static PromptRule words(Action action, String... words) {
        return new PromptRule(new Words(new WordList(List.of(words))), action);
    }

    private static PromptRule regex(Action action, String regex) {
        return new PromptRule(new Regex(SafePattern.of(regex)), action);
    }

    private static Judgement accepted(Verdict<Judgement> verdict) {
        return ((Verdict.Accepted<Judgement>) verdict).value();
    }

    private static Refusal refused(Verdict<Judgement> verdict) {
        return ((Verdict.Refused<Judgement>) verdict).refusal();
    }

    @Test
    void refusesAtQueue() {
        var refusal = refused(rules(words(Action.REFUSED_AT_QUEUE, "dragon")).judge("A Dragon, asleep"));

        assertThat(refusal.error().status()).isEqualTo(422);
        assertThat(refusal.error().body().get("code").asText()).isEqualTo("CONTENT_POLICY_VIOLATION");
        assertThat(refusal.why()).isEqualTo("prompt rule 1 finds the word \"dragon\"");
    }

    @Test
    void letsTheProviderRefuse() {
        var judgement = accepted(
                rules(regex(Action.REFUSED_BY_PROVIDER, "(?i)drag(on|ster)s?")).judge("DRAGSTER"));

        assertThat(judgement).isEqualTo(new Judgement(true, "prompt rule 1 matches /(?i)drag(on|ster)s?/"));
    }

    @Test
    void goesByTheFirstRuleThatMatches() {
        var policy = rules(
                words(Action.REFUSED_AT_QUEUE, "cat"),
                words(Action.REFUSED_BY_PROVIDER, "dog"),
                words(Action.REFUSED_AT_QUEUE, "dog"));

        assertThat(accepted(policy.judge("dog")))
                .isEqualTo(new Judgement(true, "prompt rule 2 finds the word \"dog\""));
        assertThat(accepted(policy.judge("fox"))).isEqualTo(new Judgement(false, "no prompt rule matches"));
        assertThat(accepted(policy.judge("")).providerRefuses()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "red dragon, a RED -- Dragon!, true",
        "red dragon, red dragons, false",
        "red dragon, a redragon, false",
        "ilk, İLK, false",
        "hi, HI, true",
        "Größe, GRÖßE, true",
        "nude, ｎｕｄｅ, true",
        "火, 火 山, true"
    })
    void findsWholeWordsInAnyCaseAndSpacing(String phrase, String prompt, boolean found) {
        assertThat(new WordList(List.of(phrase)).firstIn(prompt).isPresent()).isEqualTo(found);
    }

    @Test
    void wantsWordsThatHoldLetters() {
        assertThatThrownBy(() -> new WordList(List.of("!?"))).hasMessageContaining("not \"!?\"");
    }
}
