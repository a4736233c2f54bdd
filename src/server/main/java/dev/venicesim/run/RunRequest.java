package dev.venicesim.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Request of a run, and its reply.
 *
 * @param n its number in its world
 * @param at by the world's clock
 * @param sender who sent it, as the file names keys and wallets
 * @param target path and query
 * @param job the queue id of the job it made or was about
 * @param by who answered
 * @param headers by name, without credentials
 * @param body the text that was sent, or null; anything else only shows what it was
 */
public record RunRequest(
        long n,
        Instant at,
        Instant real,
        String sender,
        String method,
        String target,
        Optional<String> job,
        String by,
        Map<String, String> headers,
        JsonNode body,
        Answer answer)
        implements RunStep {

    /**
     * Reply to a request.
     *
     * @param status 0 if the client got none
     * @param headers by name
     * @param body as JSON, or as a text; media by hash, size and type
     */
    public record Answer(int status, Map<String, String> headers, JsonNode body) {}

    /** Whether its body is known as it was sent. */
    public boolean isWhole() {
        return body.isTextual() || body.isNull();
    }
}
