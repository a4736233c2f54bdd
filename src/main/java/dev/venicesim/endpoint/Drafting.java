package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.Clip;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Footage;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.render.VideoShape;
import java.time.Duration;
import java.util.Optional;

/** From a body to a draft: validation, and the plan of the job. */
final class Drafting {

    /** Every simulated video plays at this rate. */
    private static final int FRAMES_PER_SECOND = 24;

    private final Desk desk;

    Drafting(Desk desk) {
        this.desk = desk;
    }

    Verdict<Draft> draft(Call call, SlicedJson body) {
        return desk.editions()
                .of(call.edition())
                .validator()
                .queue(body.root(), call.quirks())
                .then(request -> Verdict.accept(new Draft(
                        request,
                        SourceMedia.UNKNOWN,
                        Duration.ZERO,
                        new Draft.Plan(call.settings().behaviour().pace(), new Outcome.Completes()))));
    }

    /** What the finished video looks like. */
    static Footage footage(Clip clip) {
        var upscaled = clip.outputWidth() > 0 && clip.outputHeight() > 0;
        var shape = upscaled
                ? VideoShape.upscaled(clip.outputWidth(), clip.outputHeight(), 1)
                : VideoShape.of(Optional.of(clip.resolution()), Optional.of(clip.aspectRatio()));
        return new Footage(shape.width(), shape.height(), FRAMES_PER_SECOND, clip.length(), clip.sound());
    }
}
