package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A thousand tests at once, each with a world of its own. */
@VeniceSimulatorTest
class ThousandWorldsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WAN =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private static byte[] video(VeniceWorld world) throws IOException, InterruptedException {
        var queued = post(world, "/video/queue", WAN);
        var id = new String(queued.body(), StandardCharsets.UTF_8).replaceAll(".*\"queue_id\":\"([^\"]+)\".*", "$1");
        var ticket = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + id + "\"}";
        for (var poll = 0; poll < 5; poll++) {
            var answer = post(world, "/video/retrieve", ticket);
            if (answer.headers().firstValue("Content-Type").orElse("").equals("video/mp4")) {
                return answer.body();
            }
        }
        throw new AssertionError("no video after five polls");
    }

    private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

    @RepeatedTest(1000)
    void spendsOnlyItsOwnMoney(VeniceWorld world) throws Exception {
        KEYS.add(world.apiKey());
        assertThat(post(world, "/video/queue", WAN).statusCode()).isEqualTo(200);
        assertThat(world).hasCharged("0.55").hasBalance("99.45").hasJobs(1);
    }

    @Test
    void getsAPlayableVideo(VeniceWorld world) throws Exception {
        assertThat(video(world)).isPlayableMp4().hasDuration("5s").hasSize(1280, 720);
    }

    @AfterAll
    static void everyKeyWasNew() {
        assertTrue(KEYS.size() == 1000, "keys: " + KEYS.size());
    }

    private static HttpResponse<byte[]> post(VeniceWorld world, String path, String json)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.baseUrl() + path))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
