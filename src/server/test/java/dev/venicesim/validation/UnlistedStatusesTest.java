package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The 400, 404 and 415 that the simulator answers and the API's own file does not list stand in
 * {@code schemas/differences.json}, with the source that has them; no other ones do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnlistedStatusesTest {

    private static final Set<Integer> LOOKED_AT = Set.of(400, 404, 415);
    private static final List<String> WITH_BODY =
            List.of("/video/queue", "/video/quote", "/video/retrieve", "/video/complete", "/video/transcriptions");

    @AutoClose
    private final Sim sim = Sim.start(config -> config.limits(false).quirk("complete-unknown-id", "404"));

    private final TreeSet<String> seen = new TreeSet<>();

    private void see(String method, String path, String body, String type) {
        var api = sim.api("any-key").with("Content-Type", type);
        var reply = api.send(method, path, body.getBytes(StandardCharsets.UTF_8));
        var bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        if (LOOKED_AT.contains(reply.status())) {
            seen.add(method.toLowerCase(Locale.ROOT) + " " + bare + " " + reply.status());
        }
    }

    @Test
    void standInTheListOfDifferences() throws IOException {
        for (var path : WITH_BODY) {
            for (var body : List.of("{}", "not JSON", Requests.WAN, Requests.WAN.replace("wan-2.6", "no-such"))) {
                see("POST", path, body, "application/json");
                see("POST", path, body, "text/plain");
            }
            see("POST", path, "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"x\"}", "application/json");
        }
        for (var path : List.of("/models", "/models/traits", "/models/compatibility_mapping")) {
            see("GET", path + "?type=no-such-type", "", "application/json");
        }
        for (var path : List.of("/billing/balance", "/api_keys/rate_limits", "/api_keys/rate_limits/log")) {
            see("GET", path + "?limit=x&page=x", "", "application/json");
        }

        seen.removeIf(UnlistedStatusesTest::isInFile);
        assertThat(seen).isEqualTo(listed());
    }

    private static boolean isInFile(String line) {
        var words = line.split(" ", -1);
        try {
            var operations = Json.read(Files.readAllBytes(Path.of("schemas", "operations-2026-06-17.json")));
            return operations.path(words[0] + " " + words[1]).path("replies").has(words[2]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> listed() throws IOException {
        var lines = new TreeSet<String>();
        for (var entry : Json.read(Files.readAllBytes(Path.of("schemas", "differences.json")))) {
            for (var operation : entry.path("operations")) {
                assertThat(entry.path("source").asText())
                        .startsWith("docs/api/")
                        .contains("#");
                entry.path("statuses").forEach(status -> lines.add(line(operation, status)));
            }
        }
        return lines;
    }

    private static String line(JsonNode operation, JsonNode status) {
        return operation.asText() + " " + status.asInt();
    }
}
