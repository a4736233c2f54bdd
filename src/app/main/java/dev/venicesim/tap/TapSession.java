package dev.venicesim.tap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.auth.SharedText;
import dev.venicesim.contract.recording.SeenQuotes;
import dev.venicesim.journal.RecordedExchange;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.SentReply;
import dev.venicesim.net.CredentialMask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Record of what was asked and answered, in memory that is bounded. Of headers it keeps what the files need; of
 * credentials the keys themselves, so that they can be taken out wherever else they stand. Thread-safe.
 */
public final class TapSession {

    private static final int MOST_REQUESTS = 20_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int MOST_SECRETS = 1_000;
    private static final int SHORTEST_SECRET = 8;

    private final List<RequestRecord> entries = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();
    private final SeenQuotes quotes = new SeenQuotes();
    private long bytes;
    private int lost;

    /**
     * Request as it was sent, and how it was answered.
     *
     * @param path as the API has it
     * @param exchange without secrets in its headers
     */
    record Seen(Instant at, String method, String path, int status, long micros, RecordedExchange exchange) {}

    /** Keeps it, if there is room. */
    synchronized RequestRecord add(Seen seen) {
        var size = seen.exchange().request().body().weight()
                + seen.exchange().reply().body().weight();
        var entry = new RequestRecord(
                entries.size() + 1,
                seen.at(),
                "",
                seen.method(),
                seen.path(),
                "",
                seen.status(),
                seen.micros(),
                "simulator",
                List.of(),
                seen.exchange(),
                SentReply.NONE,
                Optional.empty());
        if (entries.size() >= MOST_REQUESTS || bytes + size > MOST_BYTES) {
            lost++;
        } else {
            bytes += size;
            entries.add(entry);
        }
        return entry;
    }

    synchronized void quoted(JsonNode asked, JsonNode answered) {
        quotes.add(asked, answered);
    }

    /** Remembers what a request's headers keep secret. */
    synchronized void hear(List<Map.Entry<String, String>> headers) {
        for (var header : headers) {
            var value = header.getValue();
            if (!CredentialMask.mask(header.getKey(), value).equals(value) && secrets.size() < MOST_SECRETS) {
                secrets.add(value.replaceFirst("(?i)^\\s*\\w+\\s+(?=\\S)", "").strip());
            }
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    }

    /** What was recorded, in the order in which it was answered. */
    public synchronized List<RequestRecord> entries() {
        return List.copyOf(entries);
    }

    synchronized SeenQuotes quotes() {
        return quotes;
    }

    synchronized SharedText shared() {
        return new SharedText(secrets);
    }

    /** How many requests there was no room for. */
    public synchronized int lost() {
        return lost;
    }
}
