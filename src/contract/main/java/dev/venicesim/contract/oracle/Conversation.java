package dev.venicesim.contract.oracle;

import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conversation of a run with its target: every exchange, in the order of the replies, within so many bytes and no more. A
 * video past them is kept without its bytes, a request or another reply past what an API's JSON takes is left out. So is a
 * gateway's own server error, which says nothing of the API behind it. Thread-safe.
 */
public final class Conversation {

    private static final long MOST_VIDEO_BYTES = 48L * 1024 * 1024;
    private static final long MOST_TEXT_BYTES = 64L * 1024 * 1024;
    private static final int MOST_OF_ONE = 4 * 1024 * 1024;

    private final List<ObservedExchange> exchanges = new ArrayList<>();
    private long videoBytes;
    private long textBytes;
    private boolean isResumed;

    /**
     * Keeps an exchange.
     *
     * @param caller number of who asked
     * @param at when the reply came
     * @param due what is owed for it
     */
    public synchronized void heard(int caller, TargetRequest request, TargetReply reply, Instant at, Usd due) {
        var asked = kept(request);
        var size = asked.body().map(String::length).orElse(0)
                + headers(reply)
                + (reply.isVideo() ? 0 : reply.body().length);
        if (isOfAGateway(reply) || size > MOST_OF_ONE || textBytes + size > MOST_TEXT_BYTES) {
            return;
        }
        textBytes += size;
        exchanges.add(new ObservedExchange(caller, asked, kept(reply), at, due));
    }

    /** A server error of the API itself has a ray, as each of its replies. */
    private static boolean isOfAGateway(TargetReply reply) {
        return reply.status() >= 500 && reply.header("cf-ray").isEmpty();
    }

    /** The run goes on from an earlier one, whose replies are not in here. */
    public synchronized void resumes() {
        isResumed = true;
    }

    public synchronized boolean isResumed() {
        return isResumed;
    }

    public synchronized List<ObservedExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private static TargetRequest kept(TargetRequest request) {
        return request.body().filter(text -> text.length() > MOST_OF_ONE).isPresent()
                ? new TargetRequest(
                        request.method(), request.path(), request.auth(), request.headers(), Optional.empty())
                : request;
    }

    private TargetReply kept(TargetReply reply) {
        if (!reply.isVideo() || reply.body().length <= MOST_VIDEO_BYTES - videoBytes) {
            videoBytes += reply.isVideo() ? reply.body().length : 0;
            return reply;
        }
        return new TargetReply(reply.status(), reply.headers(), new byte[0]);
    }

    private static int headers(TargetReply reply) {
        return reply.headers().entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }
}
