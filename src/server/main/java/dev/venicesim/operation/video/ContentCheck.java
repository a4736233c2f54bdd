package dev.venicesim.operation.video;

import dev.venicesim.consent.ConsentMedium;
import dev.venicesim.consent.ConsentOutcome;
import dev.venicesim.consent.ConsentPolicy;
import dev.venicesim.consent.ConsentRequest;
import dev.venicesim.consent.FaceDetector;
import dev.venicesim.consent.FaceRule;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.consent.WordList;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.world.ConsentService;
import java.util.List;
import java.util.Optional;

/**
 * Check of faces: what no consent unlocks first (422), then a face's image ratio (422), then consent (409). Nothing is
 * charged or kept by any of them.
 */
final class ContentCheck {

    private final ConsentService consents;
    private final FaceDetector detector = FaceDetector.installed();

    ContentCheck(ConsentService consents) {
        this.consents = consents;
    }

    Verdict<ValidatedRequest> check(Exchange exchange, ValidatedRequest valid) {
        var rule = FaceRule.of(valid.request().model());
        return rule == FaceRule.IGNORES || valid.media().isEmpty()
                ? Verdict.accept(valid)
                : consented(exchange, valid, rule);
    }

    /**
     * What becomes of a job: a face that nobody is asked about is the provider's to refuse, unless scenario or magic
     * prompt want something else of the job.
     */
    static Outcome outcome(ValidatedRequest valid, Outcome planned) {
        return valid.consent() instanceof ConsentOutcome.ProviderWillRefuse && planned instanceof Outcome.Completes
                ? new Outcome.Refused(Optional.empty(), Optional.empty())
                : planned;
    }

    /**
     * Keeps what was attested, once the job is accepted. Consent that came with a request refused later, say for want
     * of money, is not kept: no document says that it would be, so a client that leaves it out of the next attempt is
     * asked again.
     */
    void remember(Exchange exchange, ValidatedRequest valid, String queueId) {
        if (valid.consent() instanceof ConsentOutcome.Attested attested) {
            var given = new ConsentService.Given(attested.faces(), attested.version(), exchange.now(), queueId);
            consents.remember(exchange.world(), exchange.selector(), given);
        }
    }

    /** Whether a medium shows a face, by all that is known of it. */
    boolean showsFace(Exchange exchange, InspectedMedium inspected) {
        return FaceMedium.of(inspected, exchange.request())
                .filter(medium -> faces(exchange).detect(medium).found())
                .isPresent();
    }

    private FaceDetector faces(Exchange exchange) {
        return consents.faces(exchange.world()).over(exchange.policies().faces().over(detector));
    }

    private Verdict<ValidatedRequest> consented(Exchange exchange, ValidatedRequest valid, FaceRule rule) {
        var request = valid.request();
        var asked = new ConsentRequest(rule, media(exchange, valid), request.prompt(), request.consented());
        return new ConsentPolicy(faces(exchange), WordList.SUGGESTIVE, exchange.quirks())
                .decide(asked, consents.attested(exchange.world(), exchange.selector()), policy(exchange))
                .then(outcome -> {
                    exchange.why().note(outcome.why());
                    return Verdict.accept(valid.withConsent(outcome));
                });
    }

    private PolicyVersion policy(Exchange exchange) {
        return consents.policy(exchange.world()).or(exchange.policies()::policy).orElseGet(PolicyVersion::documented);
    }

    private static List<ConsentMedium> media(Exchange exchange, ValidatedRequest valid) {
        return valid.media().stream()
                .flatMap(medium -> FaceMedium.of(medium, exchange.request()).stream())
                .toList();
    }
}
