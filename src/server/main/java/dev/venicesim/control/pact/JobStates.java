package dev.venicesim.control.pact;

import dev.venicesim.billing.quote.ClipDefaults;
import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.download.LinkSigner;
import dev.venicesim.download.LinkState;
import dev.venicesim.download.LinkTarget;
import dev.venicesim.error.JobErrors;
import dev.venicesim.jobs.JobOrder;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.jobs.LateFailures;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Timeline;
import dev.venicesim.jobs.VideoFormat;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.media.render.VideoShape;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * States of jobs. A job is made under the very id that the pact names, paid for as if it had been queued, at the time
 * its state wants.
 */
final class JobStates {

    /** A job seen half way: the example of the documents. Source: docs/api/retrieve.md#times-of-a-status. */
    private static final Duration SO_FAR = Duration.ofMillis(53_200);

    private static final Duration LONG_DONE = JobTimes.DOCUMENTED.plusSeconds(5);
    private static final int FRAMES_PER_SECOND = 24;

    /** Answers that a full model gives, so that a verifier which tries once more sees it full again. */
    private static final int CROWDED = 3;

    private JobStates() {}

    /** How far back a job was queued, what becomes of it, and whether it is reached by a link. */
    private record Past(Duration ago, Outcome outcome, boolean link) {}

    static void processing(StateContext context) {
        make(context, new Past(SO_FAR, new Outcome.Completes(), false));
    }

    static void completed(StateContext context) {
        make(context, new Past(LONG_DONE, new Outcome.Completes(), false));
    }

    static void refused(StateContext context) {
        var recommended = Optional.of(context.text("recommendedModel")).filter(model -> !model.isEmpty());
        var refunded = context.text("refunded");
        if (!List.of("true", "false").contains(refunded)) {
            throw StateException.bad("refunded is true or false, not \"" + refunded + "\"");
        }
        make(
                context,
                new Past(LONG_DONE, new Outcome.Refused(recommended, Optional.of(refunded.equals("true"))), false));
    }

    static void failed(StateContext context) {
        make(context, new Past(LONG_DONE, new Outcome.Fails(JobErrors.INFERENCE_FAILED), false));
    }

    static void failedOverItsInput(StateContext context) {
        var failure = context.text("failure");
        var outcome = LateFailures.named(failure)
                .orElseThrow(() -> StateException.bad(
                        "failure cannot be \"" + failure + "\"; there are " + String.join(", ", LateFailures.names())));
        make(context, new Past(LONG_DONE, outcome, false));
    }

    static void atCapacity(StateContext context) {
        make(context, new Past(SO_FAR, new Outcome.AtCapacity(CROWDED), false));
    }

    static void expired(StateContext context) {
        make(context, new Past(JobTimes.KEEP.plusHours(1), new Outcome.Completes(), false));
    }

    static void deleted(StateContext context) {
        var job = make(context, new Past(LONG_DONE, new Outcome.Completes(), false));
        context.world().compute(StateKinds.JOB, job.queueId(), found -> Transition.to(job.delete()));
    }

    static void linked(StateContext context) {
        link(context, new Past(LONG_DONE, new Outcome.Completes(), true), state -> state);
    }

    static void linkExpired(StateContext context) {
        link(
                context,
                new Past(LONG_DONE, new Outcome.Completes(), true),
                state -> LinkState.issued(state.issuedAt().minus(JobTimes.KEEP)));
    }

    static void linkRevoked(StateContext context) {
        link(
                context,
                new Past(LONG_DONE, new Outcome.Completes(), true),
                state -> new LinkState(state.issuedAt(), 0, 0, List.of(), List.of(), true));
    }

    /** An id that nobody issued; said to be so, not made so. */
    static void unknown(StateContext context) {
        context.tell("queueId", queueId(context));
    }

    private static void link(StateContext context, Past past, UnaryOperator<LinkState> change) {
        var job = make(context, past);
        var issued = LinkState.issued(job.timeline().queuedAt());
        context.world().compute(StateKinds.LINK, job.queueId(), found -> Transition.to(change.apply(issued)));
        var target = new LinkTarget(context.world().id(), job.queueId());
        var url = context.services().links().url(context.request().origin(), target);
        context.tell("downloadUrl", url);
        context.tell("downloadPath", URI.create(url).getRawPath());
    }

    private static VideoJob make(StateContext context, Past past) {
        var model = context.model();
        var clip = ClipDefaults.of(model, PricedInputs.NONE);
        var shape = VideoShape.of(Optional.of(clip.resolution()), Optional.of(clip.aspectRatio()));
        var videoFormat =
                new VideoFormat(shape.width(), shape.height(), FRAMES_PER_SECOND, clip.length(), clip.sound());
        var price = context.services().editions().of(context.edition()).quotes().quote(model, PricedInputs.NONE);
        var queued = context.now().minus(past.ago());
        var order = new JobOrder(queueId(context), model.id(), "a gondola at dusk", videoFormat, price, past.link());
        var timeline = Timeline.timed(queued, JobTimes.DOCUMENTED, JobTimes.KEEP, JobTimes.DOCUMENTED);
        var job = VideoJob.accept(order, timeline, past.outcome());
        if (!context.services().worlds().jobs().hasRoom(context.world())) {
            throw StateException.bad("the simulator has no memory for more jobs; reset or delete worlds");
        }
        if (context.world().find(StateKinds.JOB, job.queueId()).isPresent()) {
            throw StateException.bad("job " + job.queueId() + " is in this world already; one state for each job");
        }
        context.world().compute(StateKinds.JOB, job.queueId(), none -> Transition.to(job));
        context.services().worlds().jobs().queued(context.world());
        JobPayment.of(context, clip, job);
        context.tell("queueId", job.queueId());
        context.tell("model", model.id());
        return job;
    }

    private static String queueId(StateContext context) {
        var named = context.text("queueId");
        if (named.getBytes(StandardCharsets.UTF_8).length > LinkSigner.MAX_ID_BYTES) {
            throw StateException.bad("queueId has at most " + LinkSigner.MAX_ID_BYTES + " bytes");
        }
        return named.isEmpty() ? context.services().ids().uuidV7(context.now()) : named;
    }
}
