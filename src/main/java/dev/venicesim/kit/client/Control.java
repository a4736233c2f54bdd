package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Calls of the control API over HTTP: JSON in, JSON out, problem details as exceptions. */
final class Control {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final String root;
    private final Optional<String> adminToken;

    /** Loaded when the first call is made, since most tests make none. */
    private static final class Lazy {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /**
     * Calls to one simulator.
     *
     * @param origin scheme and authority
     */
    Control(String origin, Optional<String> adminToken) {
        this.root = origin + "/__sim";
        this.adminToken = adminToken;
    }

    Control withToken(String token) {
        return new Control(root.substring(0, root.length() - "/__sim".length()), Optional.of(token));
    }

    JsonNode get(String path) {
        return call("GET", path, Optional.empty());
    }

    JsonNode send(String method, String path, JsonNode body) {
        return call(method, path, Optional.of(body));
    }

    void delete(String path) {
        call("DELETE", path, Optional.empty());
    }

    private JsonNode call(String method, String path, Optional<JsonNode> body) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(ANSWER);
        adminToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        request.method(
                method, body.map(Json::bytes).map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        // the key in the path is a credential
        return answer(
                method + " /__sim" + path.replaceFirst("^/worlds/[^/?]+", "/worlds/{id}"), exchange(request.build()));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return Lazy.CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ControlException(
                    "no simulator answers at " + root + " (" + e.getClass().getSimpleName()
                            + "); start one there, or give the base URL of one that runs",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted while " + root + " was asked", e);
        }
    }

    private static JsonNode answer(String call, HttpResponse<byte[]> response) {
        if (response.statusCode() < 300) {
            return response.body().length == 0 ? Json.object() : parsed(call, response);
        }
        throw new ControlException(call, response.statusCode(), detail(response));
    }

    private static JsonNode parsed(String call, HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body());
        } catch (IOException e) {
            throw new ControlException(call + " did not answer JSON; is the base URL that of a Venice simulator?", e);
        }
    }

    private static String detail(HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body()).path("detail").asText();
        } catch (IOException e) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
    }
}
