package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
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
 */
record Draft(
        QueueRequest request, List<Inspected> media, SourceMedia source, Duration referenceVideos, Plan plan) {


    /** How long the job takes, and what becomes of it. */
    record Plan(Pace pace, Outcome outcome) {}

    Draft withPlan(Plan other) {
        return new Draft(request, media, source, referenceVideos, other);
    }

    PricedInputs priced() {
        var clip = request.clip();
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
