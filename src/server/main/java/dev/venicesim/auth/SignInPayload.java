package dev.venicesim.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JSON object in a sign-in header: text fields are text, and nothing is believed yet. */
record SignInPayload(ObjectNode fields) {

    private static final int MAX_HEADER = 16_384;
    private static final Set<String> REQUIRED = Set.of("address", "signature");
    private static final Set<String> STRUCTURED = Set.of("domain", "uri", "issuedAt");
    private static final List<String> TEXTS = List.of(
            "message",
            "address",
            "signature",
            "type",
            "signatureScheme",
            "domain",
            "statement",
            "uri",
            "version",
            "nonce",
            "issuedAt",
            "expirationTime",
            "notBefore",
            "requestId");

    /** The payload, or empty if the header is no base64 of a JSON object. */
    static Optional<SignInPayload> read(String header) {
        if (header.length() > MAX_HEADER) {
            return Optional.empty();
        }
        return HeaderBase64.decode(header.strip())
                .flatMap(SignInPayload::object)
                .map(SignInPayload::new);
    }

    boolean isStructured() {
        return !fields.has("message");
    }

    /** A field's text, empty if it is not there. */
    String text(String name) {
        return fields.path(name).asText("");
    }

    JsonNode get(String name) {
        return fields.path(name);
    }

    /** Whether all that either form needs is there, and of its type; a missing nonce is told apart later. */
    boolean isWellFormed() {
        var required = isStructured() ? STRUCTURED : Set.<String>of();
        return REQUIRED.stream().noneMatch(name -> text(name).isEmpty())
                && required.stream().noneMatch(name -> text(name).isEmpty())
                && TEXTS.stream().allMatch(this::isTextOrAbsent)
                && hasGoodTimestamp();
    }

    private boolean isTextOrAbsent(String name) {
        var field = get(name);
        return field.isMissingNode() || field.isNull() || field.isTextual();
    }

    private boolean hasGoodTimestamp() {
        var timestamp = get("timestamp");
        return timestamp.isMissingNode()
                || timestamp.isNull()
                || (timestamp.canConvertToExactIntegral() && timestamp.canConvertToLong());
    }

    private static Optional<ObjectNode> object(byte[] document) {
        try {
            return Json.read(document) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
