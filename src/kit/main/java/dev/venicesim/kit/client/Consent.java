package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An attestation a client gave for a face.
 *
 * @param media {@code sha256:...} of the bytes, or the URL
 * @param role such as {@code reference_image}
 * @param version of the policy attested to
 */
public record Consent(String media, String role, String version, Instant at) {

    static Consent of(JsonNode json) {
        return new Consent(
                json.path("media").asText(),
                json.path("role").asText(),
                json.path("version").asText(),
                Instant.parse(json.path("at").asText()));
    }

    @Override
    public String toString() {
        return role + " " + media + " " + version;
    }
}
