package dev.venicesim.billing.reads;

import dev.venicesim.api.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The requests that were refused for their rate, newest first, {@value #KEPT} at most. */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#log-of-refused-requests")
public record RateLimitLog(List<Exceeded> newestFirst) {

    public static final RateLimitLog EMPTY = new RateLimitLog(List.of());

    private static final int KEPT = 50;

    /**
     * One of them.
     *
     * @param keyId an id of the key, never the key
     * @param model the model the request named, empty if it named none
     * @param type {@code RPD RPM TPM FAILED_REQUESTS UNSUPPORTED_FEATURE_REQUESTS}
     */
    public record Exceeded(String keyId, String model, String type, Instant at) {}

    public RateLimitLog {
        newestFirst = List.copyOf(newestFirst);
    }

    public RateLimitLog plus(Exceeded exceeded) {
        var more = new ArrayList<Exceeded>(newestFirst.size() + 1);
        more.add(exceeded);
        more.addAll(newestFirst.subList(0, Math.min(newestFirst.size(), KEPT - 1)));
        return new RateLimitLog(more);
    }
}
