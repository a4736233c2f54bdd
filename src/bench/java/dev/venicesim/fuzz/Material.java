package dev.venicesim.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * Material of inputs that only a simulator has.
 *
 * @param models as it lists them
 * @param snapshot of a world with jobs, money and a link
 */
record Material(List<JsonNode> models, JsonNode snapshot) {

    private static final String WORLD = "/__sim/worlds/material";

    private static final String ORDER =
            "{\"model\":\"%s\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    static Material of(int port) throws IOException, InterruptedException {
        var server = new Server(URI.create("http://127.0.0.1:" + port));
        var models = new ArrayList<JsonNode>();
        server.call("GET", "/api/v1/models?type=video", "").path("data").forEach(models::add);
        server.call("PUT", WORLD, "{\"balanceUsd\":5,\"scenario\":{\"jobTime\":\"10s\"}}");
        server.call("POST", "/api/v1/video/queue", ORDER.formatted("wan-2.6-text-to-video"));
        server.call("POST", "/api/v1/video/queue", ORDER.formatted("grok-imagine-text-to-video-private"));
        server.call("PATCH", WORLD + "/account", "{\"addUsd\":1}");
        return new Material(List.copyOf(models), server.call("GET", WORLD + "/snapshot", ""));
    }

    /** The simulator, before it is attacked. */
    private record Server(URI root) {

        JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(root.resolve(path))
                    .header("Authorization", "Bearer material")
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() >= 300) {
                throw new IOException(method + " " + path + ": " + reply.statusCode() + " "
                        + new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return Json.trusted(reply.body());
        }
    }
}
