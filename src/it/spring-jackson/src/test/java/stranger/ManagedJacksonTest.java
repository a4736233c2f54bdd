package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The whole flow on the Jackson of Spring Boot 3.2. */
@VeniceSimulatorTest
class ManagedJacksonTest {

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

    @Test
    void getsAVideo(VeniceWorld world) throws Exception {
        assertTrue(video(world).length > 100_000);
        assertEquals("0.55", world.account().spent().toString());
    }

    @Test
    void runsOnTheJacksonThatSpringManages(VeniceWorld world) throws Exception {
        assertEquals("2.15.4", PackageVersion.VERSION.toString());
        var refused = post(world, "/video/queue", WAN.replace("5s", "7s"));
        assertEquals(400, refused.statusCode());
        assertTrue(new ObjectMapper().readTree(refused.body()).path("issues").isArray());
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
