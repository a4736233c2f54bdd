package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.http.TargetRequest.Auth;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls with a method that a path does not take, calls of paths that there are not, and headers that HTTP has read in one
 * way. What a simulator says of them is its own, so that none but a simulator is asked.
 */
final class TransportRequests {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final List<String> READ = List.of("GET", "HEAD");

    /** Words that clients write for a path, and ends of paths that they leave. */
    private static final List<String> UNKNOWN = List.of(
            "/modells",
            "/models/wan-2.6-text-to-video",
            "/models/trait",
            "/video",
            "/video/",
            "/video/quotes",
            "/video/queue/019d39c4-97d7-76b0-bc56-5ca8467cced1",
            "/video/status",
            "/VIDEO/quote",
            "/billing",
            "/billing/usage/history",
            "/api_keys",
            "/x402",
            "/no-such-path");

    private static final List<String> READS = AccountRequests.ROUTES.stream()
            .filter(path -> !isPosted(path) && !path.startsWith("/x402"))
            .toList();

    private TransportRequests() {}

    /**
     * All of them, with a key.
     *
     * @param quote a body that is quoted
     */
    static List<TargetRequest> all(ObjectNode quote) {
        var calls = new ArrayList<TargetRequest>();
        for (var route : AccountRequests.ROUTES) {
            METHODS.stream()
                    .filter(method -> !isTaken(route, method))
                    .forEach(method -> calls.add(call(method, route, body(route, quote))));
        }
        READS.forEach(path -> calls.add(call("HEAD", path, quote)));
        UNKNOWN.stream()
                .flatMap(path -> Stream.of("GET", "POST").map(method -> call(method, path, quote)))
                .forEach(calls::add);
        READS.forEach(path -> calls.add(
                call("GET", path, quote).with("Accept-Encoding", "identity").withScheme("bearer")));
        for (var scheme : List.of("bearer", "BEARER")) {
            calls.add(call("POST", "/video/quote", quote).withScheme(scheme));
        }
        calls.add(call("POST", "/video/quote", quote).with("Accept-Encoding", "identity"));
        calls.add(TargetRequest.get("/models?type=video").with("Accept-Encoding", "identity"));
        calls.add(TargetRequest.head("/models"));
        calls.add(TargetRequest.head("/models?type=video"));
        return calls;
    }

    private static boolean isPosted(String path) {
        return path.startsWith("/video") || path.endsWith("top-up");
    }

    private static boolean isTaken(String path, String method) {
        return isPosted(path) ? method.equals("POST") : READ.contains(method);
    }

    /** One that would be refused where it could cost something. */
    private static ObjectNode body(String path, ObjectNode quote) {
        return path.endsWith("/quote")
                ? quote
                : Json.object().put("model", quote.path("model").asText());
    }

    private static TargetRequest call(String method, String path, JsonNode body) {
        return WITH_BODY.contains(method)
                ? new TargetRequest(
                        method,
                        path,
                        Auth.KEY,
                        Map.of("Content-Type", "application/json"),
                        Optional.of(new String(Json.bytes(body), StandardCharsets.UTF_8)))
                : new TargetRequest(method, path, Auth.KEY, Map.of(), Optional.empty());
    }
}
