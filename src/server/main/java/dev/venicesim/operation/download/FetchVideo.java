package dev.venicesim.operation.download;

import dev.venicesim.download.LinkDecision;
import dev.venicesim.download.LinkFetch;
import dev.venicesim.error.PathErrors;
import dev.venicesim.jobs.JobState;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.pipeline.Effect;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.Set;

/** Operation {@code GET} and {@code HEAD /v1/share/read/<token>}: the file of a download link, or why there is none. */
public final class FetchVideo implements OperationHandler {

    private final VideoDelivery delivery;

    public FetchVideo(VideoDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public OperationResult answer(Exchange exchange) {
        var method = exchange.request().method();
        return switch (method) {
            case "GET" -> fetch(exchange, get(exchange.request()));
            case "HEAD" -> fetch(exchange, LinkFetch.Kind.HEAD);
            default ->
                OperationResult.of(Reply.error(PathErrors.methodNotAllowed(method, Set.of("GET", "HEAD", "DELETE"))));
        };
    }

    private OperationResult fetch(Exchange exchange, LinkFetch.Kind kind) {
        var job = exchange.sender().linked().orElseThrow();
        var links = exchange.policies().links();
        var fetch = new LinkFetch(kind, exchange.request().remoteAddress(), file(job, exchange), exchange.now());
        var decision = LinkChange.apply(exchange, job, state -> links.fetch(state, fetch));
        if (decision instanceof LinkDecision.Refuse refuse) {
            return exchange.refuse(refuse.refusal());
        }
        exchange.why().note(((LinkDecision.Serve) decision).why());
        var read = fetch.mayBeFullRead() ? AdmittedRead.of(exchange, job, links) : AdmittedRead.NONE;
        var seed = exchange.settings().behaviour().seed();
        var video = delivery.deliver(job, seed, exchange.request(), read);
        return new OperationResult(video, new Effect.Delivered(job));
    }

    /** A part that does not begin at the first byte is no full read; what {@code If-Range} makes of it, may be. */
    private static LinkFetch.Kind get(Request request) {
        var rest = request.header("If-Range").isEmpty()
                && request.header("Range").map(ByteRange::leavesOutTheFirstByte).orElse(false);
        return rest ? LinkFetch.Kind.GET_REST : LinkFetch.Kind.GET;
    }

    private static LinkFetch.File file(VideoJob job, Exchange exchange) {
        var state = job.at(exchange.now());
        if (state instanceof JobState.Completed) {
            return LinkFetch.File.READY;
        }
        return state instanceof JobState.Gone ? LinkFetch.File.DELETED : LinkFetch.File.NOT_READY;
    }
}
