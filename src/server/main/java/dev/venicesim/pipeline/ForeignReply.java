package dev.venicesim.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.fault.Fault;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.journal.finding.ClientEvent.Wait;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.StateKinds;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reply that a user wrote, as a stub or as a fault of a scenario: what it says to the client can only be read, since no
 * operation of ours made it.
 *
 * @param status HTTP status
 * @param headers header name to value
 * @param body its JSON; missing if it is none
 */
record ForeignReply(int status, Map<String, String> headers, JsonNode body) {

    static final String RESET = "x-ratelimit-reset-requests";

    private static final Pattern WAIT = Pattern.compile("Please wait (\\d{1,6})\\s?s");
    private static final long LONGEST_SECONDS = 1_000_000_000;
    private static final long SECONDS_END = 100_000_000_000L;

    /** Longer replies are not about a job. */
    private static final int LONGEST_READ = 64 * 1024;

    static ForeignReply of(Reply.Now reply) {
        var content = reply.content() instanceof Content.Spoiled spoiled ? spoiled.whole() : reply.content();
        return new ForeignReply(reply.status(), reply.headers(), json(content));
    }

    static ForeignReply of(Fault.Respond respond) {
        return new ForeignReply(respond.status(), respond.headers(), respond.body());
    }

    /** What the client is led to believe of a job that there is in its world. */
    Effect effect(Exchange exchange) {
        if (status != 200 || exchange.incoming().operation().isEmpty()) {
            return new Effect.None();
        }
        return switch (exchange.operation()) {
            case QUEUE -> job(exchange, body).<Effect>map(Effect.Queued::new).orElse(new Effect.None());
            case RETRIEVE -> asked(exchange).map(this::told).orElse(new Effect.None());
            default -> new Effect.None();
        };
    }

    /** The real instant before which it says not to come back, and where it says so. */
    Optional<Wait> retryAt(int sent, Instant now) {
        var after = number("Retry-After");
        if (after >= 0) {
            return Optional.of(new Wait(now.plusSeconds(Math.min(after, LONGEST_SECONDS)), "Retry-After"));
        }
        var sentence = WAIT.matcher(body.path("error").asText());
        if (sentence.find()) {
            return Optional.of(
                    new Wait(now.plusSeconds(Long.parseLong(sentence.group(1))), "the error's text (\"Please wait\")"));
        }
        var reset = number(RESET);
        if (sent == 503 || reset < 0) {
            return Optional.empty();
        }
        var until = reset < SECONDS_END ? Instant.ofEpochSecond(reset) : Instant.ofEpochMilli(reset);
        return Optional.of(new Wait(until, RESET));
    }

    private Effect told(VideoJob job) {
        if (headers.getOrDefault("Content-Type", "").startsWith("video/")) {
            return new Effect.Delivered(job);
        }
        return switch (body.path("status").asText()) {
            case "PROCESSING" -> new Effect.Polled(job, false);
            case "COMPLETED" -> new Effect.Polled(job, true);
            default -> new Effect.None();
        };
    }

    private static Optional<VideoJob> asked(Exchange exchange) {
        try {
            return job(exchange, exchange.request().json().root());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<VideoJob> job(Exchange exchange, JsonNode names) {
        var id = names.path("queue_id");
        return id.isTextual() ? exchange.world().find(StateKinds.JOB, id.textValue()) : Optional.empty();
    }

    private long number(String header) {
        var value = headers.getOrDefault(header, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }

    private static JsonNode json(Content content) {
        try {
            return content instanceof Content.Bytes bytes && bytes.bytes().length <= LONGEST_READ
                    ? Json.read(bytes.bytes())
                    : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
