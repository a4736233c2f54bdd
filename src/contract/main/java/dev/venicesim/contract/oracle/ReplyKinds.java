package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kinds of replies that the OpenAPI file lists for an operation and a status. */
final class ReplyKinds {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> VIDEO = List.of("video/mp4");

    private ReplyKinds() {}

    /**
     * The media types that a reply may have; empty if none are listed, as for the refusals of a download link. Source:
     * docs/api/download-links.md#statuses-of-a-link.
     */
    static List<String> types(ObservedExchange exchange, ApiEdition edition) {
        var status = exchange.reply().status();
        if (exchange.isLink()) {
            return status == 200 || status == 206 ? VIDEO : List.of();
        }
        var listed = new ArrayList<String>();
        content(exchange, edition).fieldNames().forEachRemaining(listed::add);
        return listed.isEmpty() ? JSON : listed;
    }

    /** The schema of a JSON reply; what the file does not list has the usual form of an error. */
    static Optional<String> schema(ObservedExchange exchange, ApiEdition edition) {
        var status = exchange.reply().status();
        if (exchange.isLink()) {
            return Optional.empty();
        }
        var name = content(exchange, edition).path(JSON.get(0));
        if (name.asText().equals("top-up-required")
                && exchange.reply().json().path("error").asText().equals("SETTLEMENT_FAILED")) {
            return Optional.of("top-up-error");
        }
        if (name.isTextual()) {
            return Optional.of(
                    name.textValue().equals("error-payment-required")
                            ? refusal(exchange.reply().json())
                            : name.textValue());
        }
        if (status < 400) {
            return Optional.empty();
        }
        return Optional.of(status == 400 ? "error-detailed" : "error-standard");
    }

    /** A 402 has three forms; which one it is meant to be shows in its members. */
    private static String refusal(JsonNode body) {
        if (body.has("accepts") || body.has("authOptions")) {
            return "x402-discovery";
        }
        return body.has("topUpInstructions") || body.has("siwxChallenge") ? "x402-wallet" : "error-standard";
    }

    private static JsonNode content(ObservedExchange exchange, ApiEdition edition) {
        return EditionFiles.operations(edition)
                .path(exchange.operation())
                .path("replies")
                .path(Integer.toString(exchange.reply().status()))
                .path("content");
    }
}
