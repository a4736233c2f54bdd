package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.consent.ConsentOutcome;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.validation.ClipSpec;
import dev.venicesim.validation.QueueRequest;
import java.time.Duration;
import java.util.List;

/**
 * A queue request on its way to a job.
 *
 * @param request what was asked, valid by form
 * @param media every medium of the request, in the order of the schema's fields
 * @param source what is known of the medium the clip is made from
 * @param referenceVideos length of all reference videos together, as far as known
 * @param plan what will become of the job
 * @param consent how it got past the question of consent
 */
record Draft(
        QueueRequest request,
        List<Inspected> media,
        SourceMedia source,
        Duration referenceVideos,
        Plan plan,
        ConsentOutcome consent) {

    /** A draft whose faces nobody has looked for yet. */
    Draft(QueueRequest request, List<Inspected> media, SourceMedia source, Duration referenceVideos, Plan plan) {
        this(request, media, source, referenceVideos, plan, new ConsentOutcome.NotAsked("not asked yet"));
    }

    /** How long the job takes, and what becomes of it. */
    record Plan(Pace pace, Outcome outcome) {}

    Draft withConsent(ConsentOutcome other) {
        return new Draft(request, media, source, referenceVideos, plan, other);
    }

    PricedInputs priced() {
        return priced(request.clip(), source, referenceVideos);
    }

    /** What the price depends on, the same for a quote and for the charge. */
    static PricedInputs priced(ClipSpec clip, SourceMedia source, Duration referenceVideos) {
        return new PricedInputs(
                clip.duration().orElse(""),
                clip.resolution().orElse(""),
                clip.aspectRatio().orElse(""),
                clip.audio(),
                clip.upscaleFactor().orElse(0),
                source,
                referenceVideos);
    }
}
