package dev.venicesim.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reply read whole, within a time and a size. The JDK's client lets a request's timeout end with the headers, and reads
 * a body for as long as it comes.
 */
public final class WholeReply {

    /** More than any video takes; with a small heap, an eighth of it. */
    public static final int MOST_BYTES =
            (int) Math.min(256L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private static final int VIDEO_PATIENCE = 10;

    private WholeReply() {}

    /**
     * Sends a request and reads its whole reply.
     *
     * @param patience until the last byte is there; a video has ten times as long
     * @param mostBytes of the body
     * @throws HttpTimeoutException if the time is over first
     * @throws IOException if no reply comes, or a longer one
     */
    public static HttpResponse<byte[]> of(HttpClient client, HttpRequest request, Duration patience, int mostBytes)
            throws IOException, InterruptedException {
        var isVideo = new AtomicBoolean();
        var reply = client.sendAsync(request, head -> {
            isVideo.set(head.headers().firstValue("Content-Type").orElse("").startsWith("video/"));
            return new Body(mostBytes);
        });
        try {
            return whole(reply, patience, isVideo);
        } catch (TimeoutException e) {
            var late = new HttpTimeoutException("no whole answer within " + patience.toSeconds() + " s");
            late.initCause(e);
            throw late;
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            // what is still under way is called off, its connection closed
            reply.cancel(true);
        }
    }

    private static HttpResponse<byte[]> whole(
            CompletableFuture<HttpResponse<byte[]>> reply, Duration patience, AtomicBoolean isVideo)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (!isVideo.get()) {
                throw e;
            }
            return reply.get(patience.toMillis() * (VIDEO_PATIENCE - 1), TimeUnit.MILLISECONDS);
        }
    }

    private static IOException failure(ExecutionException e) {
        if (e.getCause() instanceof HttpTimeoutException late) {
            return late;
        }
        if (e.getCause() instanceof IOException failure) {
            return failure;
        }
        return new IOException(String.valueOf(e.getCause()), e);
    }

    /** Body that takes no more than it may. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final int most;
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };

        Body(int most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                if (buffer.remaining() > most - bytes.size()) {
                    subscription.cancel();
                    whole.completeExceptionally(new IOException("it answers with more than " + most + " bytes"));
                    return;
                }
                var chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.write(chunk, 0, chunk.length);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
