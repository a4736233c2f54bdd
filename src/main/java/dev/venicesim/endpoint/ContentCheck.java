package dev.venicesim.endpoint;

import dev.venicesim.consent.ConsentOutcome;
import dev.venicesim.consent.ConsentPolicy;
import dev.venicesim.consent.ConsentRequest;
import dev.venicesim.consent.FaceDetector;
import dev.venicesim.consent.FaceRule;
import dev.venicesim.consent.Medium;
import dev.venicesim.consent.WordList;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.world.Consents;
import java.util.List;
import java.util.Optional;

/**
 * Where prompt and faces are judged: the prompt and what no consent unlocks first (422), then a face's image ratio (422), then consent (409). Nothing is charged
 * or kept by any of them.
 */
final class ContentCheck {

    private final Consents consents;
    private final PromptRules prompts;
    private final FaceDetector detector = FaceDetector.installed();

    ContentCheck(Consents consents, PromptRules prompts) {
        this.consents = consents;
        this.prompts = prompts;
    }

    Verdict<Draft> check(Call call, Draft draft) {
        return moderated(call, draft).then(passed -> consented(call, passed));
    }

    /**
     * Keeps what was attested, once the job is accepted. Consent that came with a request refused later, say for want of money, is not kept: its client has to send
     * it again with the request anyway, and one that does not would be asked twice by a server that forgot.
     */
    void remember(Call call, Draft draft, String queueId) {
        if (draft.consent() instanceof ConsentOutcome.Attested attested) {
            var given = new Consents.Given(attested.faces(), attested.version(), call.now(), queueId);
            consents.remember(call.world(), call.purse(), given);
        }
    }

    /** Refuses a prompt that breaks a rule here and now; one that its provider refuses later is a matter of the job's plan. */
    private Verdict<Draft> moderated(Call call, Draft draft) {
        return prompts.broken(call, draft.request().prompt())
                .filter(rule -> rule.later().isEmpty())
                .<Verdict<Draft>>map(rule -> Verdict.refuse(
                        ConsentErrors.contentPolicyViolation(ConsentPolicy.contentForm(call.quirks())),
                        "the prompt breaks the rule \"" + rule.prompt() + "\""))
                .orElseGet(() -> Verdict.accept(draft));
    }

    private Verdict<Draft> consented(Call call, Draft draft) {
        var rule = FaceRule.of(draft.request().model());
        if (rule == FaceRule.IGNORES || draft.media().isEmpty()) {
            return Verdict.accept(draft);
        }
        var request = draft.request();
        var asked = new ConsentRequest(rule, media(call, draft), request.prompt(), request.consented());
        var detect = consents.faces(call.world()).over(detector);
        return new ConsentPolicy(detect, WordList.SUGGESTIVE, call.quirks())
                .decide(asked, consents.attested(call.world(), call.purse()), consents.policy(call.world()))
                .then(outcome -> {
                    call.why().note(outcome.why());
                    return Verdict.accept(planned(draft, outcome).withConsent(outcome));
                });
    }

    /** A plan that somebody else decided about, by scenario or magic prompt, stands. */
    private static Draft planned(Draft draft, ConsentOutcome outcome) {
        var undecided = draft.plan().outcome() instanceof Outcome.Completes;
        return undecided && outcome instanceof ConsentOutcome.ProviderWillRefuse
                ? draft.withPlan(
                        new Draft.Plan(draft.plan().pace(), new Outcome.Refused(Optional.empty(), Optional.empty())))
                : draft;
    }

    private static List<Medium> media(Call call, Draft draft) {
        return draft.media().stream()
                .flatMap(medium -> FaceMedium.of(medium, call.request()).stream())
                .toList();
    }
}
