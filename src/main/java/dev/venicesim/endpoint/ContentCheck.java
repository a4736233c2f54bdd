package dev.venicesim.endpoint;

import dev.venicesim.consent.ConsentOutcome;
import dev.venicesim.consent.ConsentPolicy;
import dev.venicesim.consent.ConsentRequest;
import dev.venicesim.consent.FaceDetector;
import dev.venicesim.consent.FaceRule;
import dev.venicesim.consent.Medium;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.consent.WordList;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.world.Consents;
import java.util.List;
import java.util.Optional;

/**
 * Where faces are judged: what no consent unlocks first (422), then a face's image ratio (422), then consent (409). Nothing is charged or kept by any of them.
 */
final class ContentCheck {

    private final Consents consents;
    private final FaceDetector detector = FaceDetector.installed();

    ContentCheck(Consents consents) {
        this.consents = consents;
    }

    Verdict<Draft> check(Call call, Draft draft) {
        var rule = FaceRule.of(draft.request().model());
        return rule == FaceRule.IGNORES || draft.media().isEmpty()
                ? Verdict.accept(draft)
                : consented(call, draft, rule);
    }

    /** What becomes of a job: a face that nobody is asked about is the provider's to refuse, unless scenario or magic prompt want something else of the job. */
    static Outcome outcome(Draft draft, Outcome planned) {
        return draft.consent() instanceof ConsentOutcome.ProviderWillRefuse && planned instanceof Outcome.Completes
                ? new Outcome.Refused(Optional.empty(), Optional.empty())
                : planned;
    }

    /**
     * Keeps what was attested, once the job is accepted. Consent that came with a request refused later, say for want of money, is not kept: no document says that
     * it would be, so a client that leaves it out of the next attempt is asked again.
     */
    void remember(Call call, Draft draft, String queueId) {
        if (draft.consent() instanceof ConsentOutcome.Attested attested) {
            var given = new Consents.Given(attested.faces(), attested.version(), call.now(), queueId);
            consents.remember(call.world(), call.purse(), given);
        }
    }

    private Verdict<Draft> consented(Call call, Draft draft, FaceRule rule) {
        var request = draft.request();
        var asked = new ConsentRequest(rule, media(call, draft), request.prompt(), request.consented());
        var detect = consents.faces(call.world()).over(call.playbook().faces().over(detector));
        return new ConsentPolicy(detect, WordList.SUGGESTIVE, call.quirks())
                .decide(asked, consents.attested(call.world(), call.purse()), policy(call))
                .then(outcome -> {
                    call.why().note(outcome.why());
                    return Verdict.accept(draft.withConsent(outcome));
                });
    }

    private PolicyVersion policy(Call call) {
        return consents.policy(call.world()).or(call.playbook()::policy).orElseGet(PolicyVersion::documented);
    }

    private static List<Medium> media(Call call, Draft draft) {
        return draft.media().stream()
                .flatMap(medium -> FaceMedium.of(medium, call.request()).stream())
                .toList();
    }
}
