package dev.venicesim.operation.video;

import dev.venicesim.jobs.JobRefusals;
import dev.venicesim.jobs.JobState;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.json.Json;
import dev.venicesim.pipeline.Effect;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.validation.CompleteRequest;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;

/** Operation {@code POST /video/complete}: deletes a job's media; a job that is still running goes on. */
public final class CompleteVideo implements OperationHandler {

    private final Services services;

    public CompleteVideo(Services services) {
        this.services = services;
    }

    @Override
    public OperationResult answer(Exchange exchange) {
        return JsonBody.read(exchange.request(), exchange.quirks())
                .then(body ->
                        services.editions().of(exchange.edition()).validator().complete(body.root(), exchange.quirks()))
                .fold(request -> complete(exchange, byListedId(exchange, request)), exchange::refuse);
    }

    private CompleteRequest byListedId(Exchange exchange, CompleteRequest request) {
        var validator = services.editions().of(exchange.edition()).validator();
        return new CompleteRequest(
                request.model().map(id -> validator.listedId(id, exchange.quirks())), request.queueId());
    }

    private static OperationResult complete(Exchange exchange, CompleteRequest request) {
        var known = exchange.world()
                .find(StateKinds.JOB, request.queueId())
                .filter(job -> request.model().isEmpty()
                        || job.order().model().equals(request.model().get()))
                .filter(job -> !isExpired(job, exchange));
        if (known.isEmpty()) {
            return exchange.refuse(JobRefusals.completeUnknownId(exchange.quirks()));
        }
        var refused = JobRefusals.completeKnownId(exchange.quirks());
        if (refused.isPresent()) {
            return exchange.refuse(refused.get());
        }
        var deleted = exchange.world().<VideoJob, Boolean>compute(StateKinds.JOB, request.queueId(), found -> {
            var running = found.filter(job -> job.at(exchange.now()) instanceof JobState.Processing)
                    .isPresent();
            return running ? new Transition<>(found, false) : new Transition<>(found.map(VideoJob::delete), true);
        });
        exchange.why()
                .note(
                        deleted
                                ? words(known.get(), exchange)
                                : "the job is still running and goes on; nothing to delete yet");
        var left = deleted ? known.get().delete() : known.get();
        return new OperationResult(Reply.json(200, Json.object().put("success", deleted)), new Effect.Completed(left));
    }

    private static boolean isExpired(VideoJob job, Exchange exchange) {
        return job.at(exchange.now()) instanceof JobState.Gone gone && gone.expired();
    }

    private static String words(VideoJob job, Exchange exchange) {
        var state = job.at(exchange.now());
        if (state instanceof JobState.Failed) {
            return "the job ended without a video; there was nothing to delete";
        }
        return state instanceof JobState.Gone gone
                ? "nothing was left to delete: " + gone.why()
                : "the media are deleted";
    }
}
