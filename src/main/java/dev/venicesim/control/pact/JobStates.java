package dev.venicesim.control.pact;

import dev.venicesim.billing.quote.Clips;
import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.error.JobErrors;
import dev.venicesim.jobs.Footage;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.jobs.Order;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Timeline;
import dev.venicesim.media.link.LinkState;
import dev.venicesim.media.link.LinkTarget;
import dev.venicesim.media.render.VideoShape;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** States of jobs. A job is made under the very id that the pact names, paid for as if it had been queued, at the time its state wants. */
final class JobStates {

    /** A job seen half way: the example of the documents. Source: api-facts 1.4. */
    private static final Duration SO_FAR = Duration.ofMillis(53_200);

    private static final Duration LONG_DONE = JobTimes.DOCUMENTED.plusSeconds(5);
    private static final int FRAMES_PER_SECOND = 24;

    /** Answers that a full model gives, so that a verifier which tries once more sees it full again. */
    private static final int CROWDED = 3;

    private JobStates() {}

    /** How far back a job was queued, what becomes of it, and whether it is reached by a link. */
    private record Past(Duration ago, Outcome outcome, boolean link) {}

    static void processing(Scene scene) {
        make(scene, new Past(SO_FAR, new Outcome.Completes(), false));
    }

    static void completed(Scene scene) {
        make(scene, new Past(LONG_DONE, new Outcome.Completes(), false));
    }

    static void refused(Scene scene) {
        var recommended = Optional.of(scene.text("recommendedModel")).filter(model -> !model.isEmpty());
        var refunded = scene.text("refunded");
        if (!List.of("true", "false").contains(refunded)) {
            throw StateException.bad("refunded is true or false, not \"" + refunded + "\"");
        }
        make(scene, new Past(LONG_DONE, new Outcome.Refused(recommended, Optional.of(refunded.equals("true"))), false));
    }

    static void failed(Scene scene) {
        make(scene, new Past(LONG_DONE, new Outcome.Fails(JobErrors.INFERENCE_FAILED), false));
    }

    static void atCapacity(Scene scene) {
        make(scene, new Past(SO_FAR, new Outcome.AtCapacity(CROWDED), false));
    }

    static void expired(Scene scene) {
        make(scene, new Past(JobTimes.KEEP.plusHours(1), new Outcome.Completes(), false));
    }

    static void deleted(Scene scene) {
        var job = make(scene, new Past(LONG_DONE, new Outcome.Completes(), false));
        scene.world().compute(Kinds.JOB, job.queueId(), found -> Step.to(job.delete()));
    }

    static void linked(Scene scene) {
        link(scene, new Past(LONG_DONE, new Outcome.Completes(), true), state -> state);
    }

    static void linkExpired(Scene scene) {
        link(
                scene,
                new Past(LONG_DONE, new Outcome.Completes(), true),
                state -> LinkState.issued(state.issuedAt().minus(JobTimes.KEEP)));
    }

    static void linkRevoked(Scene scene) {
        link(
                scene,
                new Past(LONG_DONE, new Outcome.Completes(), true),
                state -> new LinkState(state.issuedAt(), 0, List.of(), List.of(), true));
    }

    /** An id that nobody issued; said to be so, not made so. */
    static void unknown(Scene scene) {
        scene.tell("queueId", queueId(scene));
    }

    private static void link(Scene scene, Past past, UnaryOperator<LinkState> change) {
        var job = make(scene, past);
        var issued = LinkState.issued(job.timeline().queuedAt());
        scene.world().compute(Kinds.LINK, job.queueId(), found -> Step.to(change.apply(issued)));
        var target = new LinkTarget(scene.world().id(), job.queueId());
        var url = scene.desk().links().apply(scene.request(), target);
        scene.tell("downloadUrl", url);
        scene.tell("downloadPath", URI.create(url).getRawPath());
    }

    private static Job make(Scene scene, Past past) {
        var model = scene.model();
        var clip = Clips.of(model, PricedInputs.NONE);
        var shape = VideoShape.of(Optional.of(clip.resolution()), Optional.of(clip.aspectRatio()));
        var footage = new Footage(shape.width(), shape.height(), FRAMES_PER_SECOND, clip.length(), clip.sound());
        var price = scene.desk().quotes().apply(scene.edition()).quote(model, PricedInputs.NONE);
        var queued = scene.now().minus(past.ago());
        var order = new Order(queueId(scene), model.id(), "a gondola at dusk", footage, price, past.link());
        var timeline = Timeline.timed(queued, JobTimes.DOCUMENTED, JobTimes.KEEP, JobTimes.DOCUMENTED);
        var job = Job.accept(order, timeline, past.outcome());
        if (scene.world().find(Kinds.JOB, job.queueId()).isPresent()) {
            throw StateException.bad("job " + job.queueId() + " is in this world already; one state for each job");
        }
        scene.world().compute(Kinds.JOB, job.queueId(), none -> Step.to(job));
        Payment.of(scene, clip, job);
        scene.tell("queueId", job.queueId());
        scene.tell("model", model.id());
        return job;
    }

    private static String queueId(Scene scene) {
        var named = scene.text("queueId");
        return named.isEmpty() ? scene.desk().world().ids().uuidV7(scene.now()) : named;
    }
}
