package dev.venicesim.contract.http;

import dev.venicesim.json.Json;
import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Further keys of one account of a simulator, which its control API gives to whoever holds one: each has its own limits,
 * and all see the same world. Anything else that listens is asked for its health alone, without a key.
 */
final class SimulatorKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 100_000;

    private final HttpClient http;
    private final URI control;

    private SimulatorKeys(HttpClient http, URI control) {
        this.http = http;
        this.control = control;
    }

    /** So many keys; fewer, or none, if it gives no more. */
    static List<String> of(HttpClient http, String baseUrl, String key, int most) throws InterruptedException {
        return new SimulatorKeys(http, URI.create(baseUrl).resolve("/__sim/")).keys(key, most);
    }

    private List<String> keys(String key, int most) throws InterruptedException {
        var keys = new ArrayList<String>();
        var health = answer(request("health").GET().build(), "status");
        while (health.filter("UP"::equals).isPresent() && keys.size() < most) {
            var order = request("self/keys")
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            var given = answer(order, "apiKey");
            if (given.isEmpty()) {
                break;
            }
            keys.add(given.get());
        }
        return List.copyOf(keys);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(control.resolve(path)).timeout(PATIENCE);
    }

    private Optional<String> answer(HttpRequest request, String member) throws InterruptedException {
        try {
            var reply = WholeReply.of(http, request, PATIENCE, MOST_BYTES);
            return reply.statusCode() < 300
                    ? Optional.ofNullable(Json.read(reply.body()).path(member).textValue())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
