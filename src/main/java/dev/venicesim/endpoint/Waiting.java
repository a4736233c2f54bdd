package dev.venicesim.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a refusal tells a client that reads it: when to come back, and which fields were wrong. */
final class Waiting {

    private static final Pattern WAIT = Pattern.compile("Please wait (\\d{1,6})\\s?s");
    private static final long LONGEST_SECONDS = 1_000_000_000;
    private static final long SECONDS_END = 100_000_000_000L;

    private Waiting() {}

    /** The real instant before which another try is refused; {@link Instant#MIN} where the reply names none. */
    static Instant until(Reply.Now reply, Instant now) {
        if (reply.status() != 429 && reply.status() != 503) {
            return Instant.MIN;
        }
        var after = number(reply, "Retry-After");
        if (after >= 0) {
            return now.plusSeconds(Math.min(after, LONGEST_SECONDS));
        }
        var sentence = WAIT.matcher(json(reply).path("error").asText());
        if (sentence.find()) {
            return now.plusSeconds(Long.parseLong(sentence.group(1)));
        }
        var reset = number(reply, "x-ratelimit-reset-requests");
        if (reply.status() == 503 || reset < 0) {
            return Instant.MIN;
        }
        return reset < SECONDS_END ? Instant.ofEpochSecond(reset) : Instant.ofEpochMilli(reset);
    }

    /** The fields a refusal in Zod's form names. */
    static Set<String> refusedFields(Reply.Now reply) {
        var json = json(reply);
        var fields = new HashSet<String>();
        json.path("details").fieldNames().forEachRemaining(fields::add);
        json.path("issues").forEach(issue -> {
            fields.add(issue.path("path").path(0).asText());
            issue.path("keys").forEach(key -> fields.add(key.asText()));
        });
        return fields;
    }

    private static long number(Reply.Now reply, String header) {
        var value = reply.headers().getOrDefault(header, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }

    private static JsonNode json(Reply.Now reply) {
        try {
            return reply.content() instanceof Content.Bytes bytes ? Json.read(bytes.bytes()) : Json.object();
        } catch (IOException e) {
            return Json.object();
        }
    }
}
