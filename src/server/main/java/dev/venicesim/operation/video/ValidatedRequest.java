package dev.venicesim.operation.video;

import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.billing.quote.Retiming;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.consent.ConsentOutcome;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.validation.RequestedClip;
import java.time.Duration;
import java.util.List;

/**
 * Queue request that is valid by form, on its way to a job.
 *
 * @param request what was asked, valid by form
 * @param media every medium of the request, in the order of the schema's fields
 * @param source what is known of the medium the clip is made from
 * @param referenceVideos length of all reference videos together, as far as known
 * @param plan what will become of the job
 * @param consent how it got past the question of consent
 */
record ValidatedRequest(
        QueueRequest request,
        List<InspectedMedium> media,
        SourceMedia source,
        Duration referenceVideos,
        Plan plan,
        ConsentOutcome consent) {

    /** A request whose faces nobody has looked for yet. */
    ValidatedRequest(
            QueueRequest request,
            List<InspectedMedium> media,
            SourceMedia source,
            Duration referenceVideos,
            Plan plan) {
        this(request, media, source, referenceVideos, plan, new ConsentOutcome.NotAsked("not asked yet"));
    }

    /** How long the job takes, and what becomes of it. */
    record Plan(Pace pace, Outcome outcome) {}

    ValidatedRequest withConsent(ConsentOutcome other) {
        return new ValidatedRequest(request, media, source, referenceVideos, plan, other);
    }

    PricedInputs priced() {
        return priced(request.clip(), source, referenceVideos, ClipSources.referenceImages(media));
    }

    /** What the price depends on, the same for a quote and for the charge. */
    static PricedInputs priced(RequestedClip clip, SourceMedia source, Duration referenceVideos, int referenceImages) {
        return new PricedInputs(
                clip.duration().orElse(""),
                clip.resolution().orElse(""),
                clip.aspectRatio().orElse(""),
                clip.audio(),
                clip.upscaleFactor().orElse(0),
                source,
                referenceVideos,
                referenceImages,
                new Retiming(
                        clip.slowdownFactor().orElse(Retiming.NONE.slowdown()),
                        clip.targetFps().orElse(Retiming.NONE.framesPerSecond())));
    }
}
