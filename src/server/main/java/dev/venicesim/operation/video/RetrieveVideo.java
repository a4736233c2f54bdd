package dev.venicesim.operation.video;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.JobRefusals;
import dev.venicesim.jobs.JobState;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.operation.download.VideoDelivery;
import dev.venicesim.pipeline.Effect;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.validation.RetrieveRequest;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import java.time.Duration;
import java.util.Optional;

/** Operation {@code POST /video/retrieve}: how a job stands, or its video. */
public final class RetrieveVideo implements OperationHandler {

    private final Services services;
    private final VideoDelivery delivery;

    public RetrieveVideo(Services services, VideoDelivery delivery) {
        this.services = services;
        this.delivery = delivery;
    }

    @Override
    public OperationResult answer(Exchange exchange) {
        return JsonBody.read(exchange.request(), exchange.quirks())
                .then(body ->
                        services.editions().of(exchange.edition()).validator().retrieve(body.root(), exchange.quirks()))
                .fold(request -> retrieve(exchange, request), exchange::refuse);
    }

    private OperationResult retrieve(Exchange exchange, RetrieveRequest request) {
        var validator = services.editions().of(exchange.edition()).validator();
        // a removed id that a job was ordered by leads to its job, and to nothing else
        var model = request.model().map(id -> validator.listedId(id, exchange.quirks()));
        var poll = poll(exchange, request.queueId(), model);
        if (poll.isEmpty()) {
            return exchange.refuse(validator
                    .unlisted(request.model(), exchange.quirks())
                    .orElseGet(() -> JobRefusals.unknownId(exchange.quirks())));
        }
        var job = poll.get().job();
        var seen = poll.get().seen();
        var refusal = refusal(exchange, job, seen);
        if (refusal.isPresent()) {
            return exchange.refuse(refusal.get());
        }
        var finished = seen instanceof JobState.Completed;
        var headers = modelHeaders(exchange, job);
        if (finished && !job.order().link()) {
            var video = deliver(exchange, job, request.deleteMedia());
            return new OperationResult(video.map(now -> now.withDefaults(headers)), new Effect.Delivered(job));
        }
        var status = status(exchange, job, seen).withDefaults(headers);
        return new OperationResult(status, new Effect.Polled(job, finished));
    }

    private static Optional<VideoJob.Poll> poll(Exchange exchange, String queueId, Optional<String> model) {
        return exchange.world()
                .compute(
                        StateKinds.JOB,
                        queueId,
                        found -> found.filter(job ->
                                        model.isEmpty() || job.order().model().equals(model.get()))
                                .map(job -> job.poll(exchange.now()))
                                .map(poll -> new Transition<>(Optional.of(poll.job()), Optional.of(poll), poll.tally()))
                                .orElseGet(() -> new Transition<>(found, Optional.empty())));
    }

    private Optional<Refusal> refusal(Exchange exchange, VideoJob job, JobState seen) {
        if (seen instanceof JobState.Failed failed && failed.outcome() instanceof Outcome.Refused refused) {
            var refunded = services.accounts().refunded(exchange.world(), job, exchange.now());
            return Optional.of(new Refusal(
                    providerRefusal(refunded, refused, exchange),
                    "the provider refused the content at " + failed.at()));
        }
        return JobRefusals.of(seen, exchange.quirks());
    }

    private static ApiError providerRefusal(boolean refunded, Outcome.Refused refused, Exchange exchange) {
        if (exchange.quirks().is(ApiQuirk.PROVIDER_REFUSAL_BODY, "string")) {
            return ConsentErrors.providerContentPolicyString(refunded);
        }
        return refused.recommendedModel()
                .map(model -> ConsentErrors.providerContentPolicy(refunded, model))
                .orElseGet(() -> ConsentErrors.providerContentPolicy(refunded));
    }

    /**
     * Delivers nothing, and so deletes nothing whatever the request asks: the video of a link is deleted by its DELETE
     * or by complete.
     */
    private static Reply.Now status(Exchange exchange, VideoJob job, JobState seen) {
        var usual = job.timeline().usual();
        if (seen instanceof JobState.Completed completed) {
            exchange.why().note("finished at " + completed.at() + "; its download link delivers the video");
            return Reply.json(200, JobJson.status("COMPLETED", usual, completed.took()));
        }
        var elapsed = ((JobState.Processing) seen).elapsed();
        // durations and no instants: those take longer to write than the whole reply
        exchange.why()
                .note("processing for " + elapsed.toMillis() + " ms"
                        + job.endsAt()
                                .map(end -> ", for another "
                                        + Duration.between(exchange.now(), end).toMillis() + " ms")
                                .orElse(", with no end fixed"));
        return Reply.json(200, JobJson.status("PROCESSING", usual, elapsed));
    }

    /** Media go after a whole delivery only, not after a client that hangs up or asks for a part. */
    private Reply deliver(Exchange exchange, VideoJob job, boolean delete) {
        exchange.why().note("finished; the video is delivered" + (delete ? " and deleted after a whole delivery" : ""));
        var seed = exchange.settings().behaviour().seed();
        return delivery.deliver(job, seed, exchange.request(), (sent, total, whole) -> {
            if (delete && whole && sent.length() == total) {
                delete(exchange, job);
            }
        });
    }

    private static void delete(Exchange exchange, VideoJob job) {
        var world = exchange.world();
        world.aside(() -> world.compute(
                StateKinds.JOB, job.queueId(), found -> new Transition<>(found.map(VideoJob::delete), true)));
    }

    private Headers modelHeaders(Exchange exchange, VideoJob job) {
        return services.editions()
                .of(exchange.edition())
                .catalog()
                .find(job.order().model())
                .map(ModelHeaders::of)
                .orElse(Headers.NONE);
    }
}
