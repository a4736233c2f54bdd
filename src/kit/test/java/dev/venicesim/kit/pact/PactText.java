package dev.venicesim.kit.pact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pacts as tests write them. */
final class PactText {

    private PactText() {}

    /** A V4 pact with one interaction: a quote, or what a test makes of it. */
    static ObjectNode quote(String state) {
        var pact = Json.object();
        pact.putObject("consumer").put("name", "a client");
        pact.putObject("provider").put("name", "venice-video-api");
        pact.putObject("metadata").putObject("pactSpecification").put("version", "4.0");
        var interaction = pact.putArray("interactions").addObject();
        interaction.put("type", "Synchronous/HTTP").put("description", "a quote");
        if (!state.isEmpty()) {
            interaction.putArray("providerStates").addObject().put("name", state);
        }
        var request = interaction.putObject("request").put("method", "POST").put("path", "/video/quote");
        request.putObject("headers").putArray("Content-Type").add("application/json");
        request.putObject("body")
                .put("contentType", "application/json")
                .putObject("content")
                .put("model", "wan-2.6-text-to-video")
                .put("duration", "5s")
                .put("resolution", "720p");
        var response = interaction.putObject("response").put("status", 200);
        response.putObject("body")
                .put("contentType", "application/json")
                .putObject("content")
                .put("quote", 0.55);
        return pact;
    }

    static ObjectNode interaction(ObjectNode pact) {
        return (ObjectNode) pact.path("interactions").path(0);
    }

    /** Makes a folder of a build's own, holding these files and nothing else. */
    static void folder(String path, String... namesAndTexts) throws IOException {
        var folder = Files.createDirectories(Path.of(path));
        try (var old = Files.list(folder)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var i = 0; i < namesAndTexts.length; i += 2) {
            Files.writeString(folder.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
        }
    }
}
