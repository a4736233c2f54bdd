package dev.venicesim.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Hints how each point of the contract is met, from {@code hints.json}. */
final class CoverageHints {

    private static final CoverageHints SHIPPED = new CoverageHints(read());

    private final JsonNode hints;

    private CoverageHints(JsonNode hints) {
        this.hints = hints;
    }

    static CoverageHints shipped() {
        return SHIPPED;
    }

    /** That of the operation's own, or else of the status. */
    String reply(String operation, String status) {
        var own = hints.path("replies").path(operation + " " + status);
        return (own.isTextual() ? own : hints.path("statuses").path(status))
                .asText()
                .replace("{operation}", operation);
    }

    List<String> outcomes() {
        return names("outcomes");
    }

    String outcome(String label) {
        return hints.path("outcomes").path(label).asText();
    }

    List<String> faults() {
        return names("faults");
    }

    String fault(String label) {
        return hints.path("faults").path(label).asText();
    }

    private List<String> names(String part) {
        return hints.path(part).properties().stream()
                .map(entry -> entry.getKey())
                .toList();
    }

    private static JsonNode read() {
        try (var in = CoverageHints.class.getResourceAsStream("hints.json")) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
