package stranger;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Both servers in one JVM, each with its own schema validator. */
@VeniceSimulatorTest
class BesideWireMockTest {

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
    void bothAnswerAndBothValidate(VeniceWorld world) throws Exception {
        var wireMock = new WireMockServer(options().dynamicPort());
        wireMock.start();
        try {
            wireMock.stubFor(any(urlEqualTo("/checked")).withRequestBody(matchingJsonSchema("{\"required\":[\"model\"]}")).willReturn(ok("stub")));
            var request = HttpRequest.newBuilder(URI.create(wireMock.baseUrl() + "/checked"))
                    .POST(HttpRequest.BodyPublishers.ofString(WAN))
                    .build();
            assertEquals("stub", HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
            assertTrue(video(world).length > 100_000);
            assertEquals(400, post(world, "/video/queue", WAN.replace("5s", "7s")).statusCode());
        } finally {
            wireMock.stop();
        }
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
