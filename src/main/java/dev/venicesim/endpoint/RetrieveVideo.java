package dev.venicesim.endpoint;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.JobRefusals;
import dev.venicesim.jobs.JobState;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.validation.RetrieveRequest;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import java.time.Duration;
import java.util.Optional;

/** {@code POST /video/retrieve}: how a job stands, or its video. */
final class RetrieveVideo implements Endpoint {

    private final Desk desk;
    private final Clips clips;

    RetrieveVideo(Desk desk, Clips clips) {
        this.desk = desk;
        this.clips = clips;
    }

    @Override
    public Reply answer(Call call) {
        return JsonBody.read(call.request(), call.quirks())
                .then(body -> desk.editions().of(call.edition()).validator().retrieve(body.root(), call.quirks()))
                .fold(request -> retrieve(call, request), call::refuse);
    }

    private Reply retrieve(Call call, RetrieveRequest request) {
        var poll = poll(call, request);
        if (poll.isEmpty()) {
            return call.refuse(JobRefusals.unknownId(call.quirks()));
        }
        var job = poll.get().job();
        var seen = poll.get().seen();
        var refusal = refusal(call, job, seen);
        if (refusal.isPresent()) {
            return call.refuse(refusal.get());
        }
        var reply = seen instanceof JobState.Completed && !job.order().link()
                ? deliver(call, job, request.deleteMedia())
                : status(call, job, seen);
        return reply.map(now -> now.withDefaults(modelHeaders(call, job)));
    }

    private static Optional<Job.Poll> poll(Call call, RetrieveRequest request) {
        return call.world()
                .compute(
                        Kinds.JOB,
                        request.queueId(),
                        found -> found.filter(job -> request.model().isEmpty()
                                        || job.order()
                                                .model()
                                                .equals(request.model().get()))
                                .map(job -> job.poll(call.now()))
                                .map(poll -> Step.to(poll.job(), Optional.of(poll)))
                                .orElseGet(() -> new Step<>(found, Optional.empty())));
    }

    private Optional<Refusal> refusal(Call call, Job job, JobState seen) {
        if (seen instanceof JobState.Failed failed && failed.outcome() instanceof Outcome.Refused refused) {
            var refunded = desk.accounts().refunded(call.world(), job);
            return Optional.of(new Refusal(
                    providerRefusal(refunded, refused, call), "the provider refused the content at " + failed.at()));
        }
        return JobRefusals.of(seen, call.quirks());
    }

    private static ApiError providerRefusal(boolean refunded, Outcome.Refused refused, Call call) {
        if (call.quirks().is(Quirk.PROVIDER_REFUSAL_BODY, "string")) {
            return ConsentErrors.providerContentPolicyString(refunded);
        }
        return refused.recommendedModel()
                .map(model -> ConsentErrors.providerContentPolicy(refunded, model))
                .orElseGet(() -> ConsentErrors.providerContentPolicy(refunded));
    }

    /** Delivers nothing, and so deletes nothing whatever the request asks: the video of a link is deleted by its DELETE or by complete. */
    private Reply status(Call call, Job job, JobState seen) {
        var usual = job.timeline().usual();
        if (seen instanceof JobState.Completed completed) {
            call.why().note("finished at " + completed.at() + "; its download link delivers the video");
            return Reply.json(200, JobJson.status("COMPLETED", usual, completed.took()));
        }
        var elapsed = ((JobState.Processing) seen).elapsed();
        // durations and no instants: those take longer to write than the whole reply
        call.why()
                .note("processing for " + elapsed.toMillis() + " ms"
                        + job.endsAt()
                                .map(end -> ", for another "
                                        + Duration.between(call.now(), end).toMillis() + " ms")
                                .orElse(", with no end fixed"));
        return Reply.json(200, JobJson.status("PROCESSING", usual, elapsed));
    }

    /** Media go after a whole delivery only, not after a client that hangs up or asks for a part. */
    private Reply deliver(Call call, Job job, boolean delete) {
        call.why().note("finished; the video is delivered" + (delete ? " and deleted after a whole delivery" : ""));
        var seed = call.settings().behaviour().seed();
        return clips.deliver(job, seed, call.request(), (sent, total, whole) -> {
            if (delete && whole && sent.length() == total) {
                delete(call, job);
            }
        });
    }

    private static void delete(Call call, Job job) {
        call.world().compute(Kinds.JOB, job.queueId(), found -> new Step<>(found.map(Job::delete), true));
    }

    private Headers modelHeaders(Call call, Job job) {
        return desk.editions()
                .of(call.edition())
                .catalog()
                .find(job.order().model())
                .map(ReplyHeaders::of)
                .orElse(Headers.NONE);
    }
}
