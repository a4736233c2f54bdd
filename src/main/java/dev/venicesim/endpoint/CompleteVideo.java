package dev.venicesim.endpoint;

import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.JobRefusals;
import dev.venicesim.jobs.JobState;
import dev.venicesim.json.Json;
import dev.venicesim.validation.CompleteRequest;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;

/** {@code POST /video/complete}: deletes a job's media; a job that is still running goes on. */
final class CompleteVideo implements Endpoint {

    private final Desk desk;

    CompleteVideo(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Reply answer(Call call) {
        return JsonBody.read(call.request(), call.quirks())
                .then(body -> desk.editions().of(call.edition()).validator().complete(body.root(), call.quirks()))
                .fold(request -> complete(call, request), call::refuse);
    }

    private static Reply complete(Call call, CompleteRequest request) {
        var known = call.world()
                .find(Kinds.JOB, request.queueId())
                .filter(job -> request.model().isEmpty()
                        || job.order().model().equals(request.model().get()));
        if (known.isEmpty()) {
            return call.refuse(JobRefusals.completeUnknownId(call.quirks()));
        }
        var refused = JobRefusals.completeKnownId(call.quirks());
        if (refused.isPresent()) {
            return call.refuse(refused.get());
        }
        var deleted = call.world().<Job, Boolean>compute(Kinds.JOB, request.queueId(), found -> {
            var running = found.filter(job -> job.at(call.now()) instanceof JobState.Processing)
                    .isPresent();
            return running ? new Step<>(found, false) : new Step<>(found.map(Job::delete), true);
        });
        call.why()
                .note(
                        deleted
                                ? "the media are deleted"
                                : "the job is still running and goes on; nothing to delete yet");
        return Reply.json(200, Json.object().put("success", deleted));
    }
}
