package dev.venicesim.tap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers that a session keeps: how a body is to be read, that a credential was shown, and what a client waits by. */
final class RecordedHeaders {

    private static final Set<String> READ = Set.of("content-type", "content-encoding", "accept");

    /** That they were sent is kept, and nothing of what they hold. */
    private static final Set<String> SHOWN = Set.of(
            "authorization", "sign-in-with-x", "x-sign-in-with-x", "payment-signature", "x-402-payment", "x-payment");

    private static final Set<String> TOLD =
            Set.of("content-type", "content-encoding", "retry-after", "x-balance-remaining");

    private RecordedHeaders() {}

    static Map<String, String> asked(List<Map.Entry<String, String>> headers) {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (READ.contains(name)) {
                kept.putIfAbsent(header.getKey(), header.getValue());
            } else if (SHOWN.contains(name)) {
                kept.putIfAbsent(header.getKey(), "***");
            }
        });
        return kept;
    }

    static Map<String, String> answered(List<Map.Entry<String, String>> headers) {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (TOLD.contains(name) || name.startsWith("x-ratelimit-")) {
                kept.putIfAbsent(header.getKey(), header.getValue());
            }
        });
        return kept;
    }
}
