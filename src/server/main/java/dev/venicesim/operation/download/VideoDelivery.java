package dev.venicesim.operation.download;

import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.media.render.Card;
import dev.venicesim.media.render.Clip;
import dev.venicesim.media.render.ClipCache;
import dev.venicesim.media.render.ClipSpec;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Delivery of the videos of jobs: rendered on a worker, streamed from the I/O thread, whole or in part. */
public final class VideoDelivery {

    private final ClipCache cache;
    private final Executor workers;

    public VideoDelivery(ClipCache cache, Executor workers) {
        this.cache = cache;
        this.workers = workers;
    }

    /** Told how a delivery went: which bytes were to be sent, of how many, and whether all of them were. */
    @FunctionalInterface
    public interface Delivered {
        void ended(ByteRange sent, long total, boolean whole);

        /** Told before the first byte goes out that not all of the file will, if it is so. */
        default void isNoFullRead() {}
    }

    /** The reply that delivers a job's video as a request wants it: {@code Range} and {@code If-Range} are honoured. */
    public Reply deliver(VideoJob job, long seed, Request request, Delivered delivered) {
        return new Reply.Later(
                CompletableFuture.supplyAsync(() -> reply(clip(job, seed), request, delivered), workers));
    }

    private Clip clip(VideoJob job, long seed) {
        var order = job.order();
        var card = new Card(order.model(), order.prompt(), order.queueId());
        if (job.outcome() instanceof Outcome.Placeholder) {
            return Clip.placeholder(card);
        }
        var format = order.format();
        return cache.get(new ClipSpec(
                format.width(),
                format.height(),
                format.framesPerSecond(),
                format.duration(),
                format.audio(),
                card,
                seed));
    }

    /** Whether the client has this very file already. Source: RFC 9110 section 13.1.2. */
    private static boolean unchanged(Request request, String etag) {
        return request.method().matches("GET|HEAD")
                && request.header("If-None-Match")
                        .map(known -> known.strip().equals("*") || known.contains(etag))
                        .orElse(false);
    }

    private static Reply.Now reply(Clip clip, Request request, Delivered delivered) {
        var total = clip.length();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "video/mp4");
        headers.put("Accept-Ranges", "bytes");
        headers.put("ETag", clip.hash().etag());
        if (unchanged(request, clip.hash().etag())) {
            delivered.isNoFullRead();
            return new Reply.Now(304, headers, new Content.None());
        }
        var wanted = ByteRange.of(request, clip.hash().etag(), total);
        if (wanted.length() < total) {
            delivered.isNoFullRead();
        }
        if (wanted instanceof ByteRange.Unsatisfiable) {
            headers.put("Content-Range", "bytes */" + total);
            return new Reply.Now(416, headers, new Content.None());
        }
        if (wanted instanceof ByteRange.Part part) {
            headers.put("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + total);
        }
        var content = new Content.Stream(
                clip::read, wanted.first(), wanted.length(), (sent, whole) -> delivered.ended(wanted, total, whole));
        return new Reply.Now(wanted instanceof ByteRange.Part ? 206 : 200, headers, content);
    }
}
