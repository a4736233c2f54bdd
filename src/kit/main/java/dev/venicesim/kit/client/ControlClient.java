package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Calls of the control API over HTTP: JSON in, JSON out, problem details as exceptions. */
final class ControlClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final Sent NOTHING = new Sent("", new byte[0]);

    /** A body and its type; no type for none. */
    private record Sent(String type, byte[] bytes) {}

    private final String root;
    private final Optional<String> adminToken;
    /** Asked when the first call is made, since most tests make none. */
    private final Supplier<HttpClient> http;

    /** Loaded with the first call. */
    private static final class Lazy {
        static final HttpClient CLIENT = builder().build();
    }

    private ControlClient(String root, Optional<String> adminToken, Supplier<HttpClient> http) {
        this.root = root;
        this.adminToken = adminToken;
        this.http = http;
    }

    /**
     * Calls to one simulator.
     *
     * @param origin scheme and authority
     */
    static ControlClient of(String origin) {
        return new ControlClient(origin + "/__sim", Optional.empty(), () -> Lazy.CLIENT);
    }

    ControlClient withToken(String token) {
        return new ControlClient(root, Optional.of(token), http);
    }

    ControlClient trusting(SSLContext context) {
        var client = builder().sslContext(context).build();
        return new ControlClient(root, adminToken, () -> client);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    }

    JsonNode get(String path) {
        return call("GET", path, NOTHING);
    }

    /** What a call answers, as it is: it may have more values than a reply of another kind. */
    String text(String path) {
        return new String(answered("GET", path, NOTHING).body(), StandardCharsets.UTF_8);
    }

    JsonNode send(String method, String path, JsonNode body) {
        return call(method, path, new Sent("application/json", Json.bytes(body)));
    }

    JsonNode sendYaml(String method, String path, String text) {
        return call(method, path, new Sent("application/yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    void delete(String path) {
        call("DELETE", path, NOTHING);
    }

    private JsonNode call(String method, String path, Sent body) {
        var response = answered(method, path, body);
        return response.body().length == 0 ? Json.object() : parsed(shown(method, path), response);
    }

    private HttpResponse<byte[]> answered(String method, String path, Sent body) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(ANSWER);
        adminToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        if (!body.type().isEmpty()) {
            request.header("Content-Type", body.type());
        }
        request.method(
                method, body.type().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes()));
        var response = exchange(request.build());
        if (response.statusCode() >= 300) {
            throw new ControlException(shown(method, path), response.statusCode(), detail(response));
        }
        return response;
    }

    /** The key in the path is a credential. */
    private static String shown(String method, String path) {
        return method + " /__sim" + path.replaceFirst("^/worlds/[^/?]+", "/worlds/{id}");
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return WholeReply.of(http.get(), request, ANSWER, WholeReply.MOST_BYTES);
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
