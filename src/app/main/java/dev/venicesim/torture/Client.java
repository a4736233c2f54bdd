package dev.venicesim.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Client of a server that may die at any moment. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** What came back. */
    record Answer(int status, JsonNode body) {}

    Answer post(String url, String apiKey, JsonNode body) throws IOException, InterruptedException {
        return send("POST", url, apiKey, body);
    }

    Answer get(String url) throws IOException, InterruptedException {
        return send("GET", url, "", Json.object());
    }

    Answer patch(String url, JsonNode body) throws IOException, InterruptedException {
        return send("PATCH", url, "", body);
    }

    private Answer send(String method, String url, String apiKey, JsonNode body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)));
        if (!apiKey.isEmpty()) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        var reply = http.send(request.build(), BodyHandlers.ofByteArray());
        var json = reply.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(reply.statusCode(), json ? Json.readOwn(reply.body()) : Json.object());
    }
}
