package dev.venicesim.contract.oracle;

import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Conversation of a run with its target: every exchange, in the order of the replies. Of videos it keeps so many bytes
 * and no more; those past them are not looked at again. Thread-safe.
 */
public final class Conversation {

    private static final long MOST_VIDEO_BYTES = 48L * 1024 * 1024;

    private final List<ObservedExchange> exchanges = new ArrayList<>();
    private long videoBytes;

    public synchronized void heard(TargetRequest request, TargetReply reply, Instant at, Usd due) {
        var kept = reply;
        if (reply.isVideo()) {
            videoBytes += reply.body().length;
            kept = videoBytes > MOST_VIDEO_BYTES
                    ? new TargetReply(reply.status(), reply.headers(), new byte[0])
                    : reply;
        }
        exchanges.add(new ObservedExchange(request, kept, at, due));
    }

    public synchronized List<ObservedExchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
