package stranger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.wiremock.VeniceSimulatorMount;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator inside plain WireMock, and the pack of the thin jar in one that knows nothing of it. */
class MountInPlainWireMockTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WAN =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private final WireMockServer wireMock = new WireMockServer(options()
            .dynamicPort()
            .extensions(VeniceSimulatorMount.of(
                    SimulatorConfig.builder().jobTime("polls:1").build())));

    @BeforeEach
    void start() {
        wireMock.start();
    }

    @AfterEach
    void stop() {
        wireMock.stop();
    }

    private static HttpResponse<String> post(String baseUrl, String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1" + path))
                .header("Authorization", "Bearer mounted")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersTheApiAndAsksTheUsersStubsFirst() throws Exception {
        var queued = post(wireMock.baseUrl(), "/video/queue", WAN);
        assertEquals(200, queued.statusCode(), queued.body());
        post(wireMock.baseUrl(), "/video/retrieve", queued.body());
        var video = post(wireMock.baseUrl(), "/video/retrieve", queued.body());
        assertEquals("video/mp4", video.headers().firstValue("Content-Type").orElse(""), video.body());
        assertEquals(400, post(wireMock.baseUrl(), "/video/queue", WAN.replace("5s", "7s")).statusCode());

        wireMock.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlPathEqualTo("/api/v1/video/queue"))
                .withRequestBody(matchingJsonSchema("{\"required\":[\"model\"]}"))
                .willReturn(aResponse().withStatus(418)));
        assertEquals(418, post(wireMock.baseUrl(), "/video/queue", WAN).statusCode());
        wireMock.resetMappings();
        assertEquals(200, post(wireMock.baseUrl(), "/video/queue", WAN).statusCode());
    }

    @Test
    void servesThePackOfTheThinJar() throws Exception {
        var plain = new WireMockServer(options().dynamicPort().usingFilesUnderClasspath("dev/venicesim/stubs"));
        plain.start();
        try {
            assertTrue(plain.getStubMappings().size() > 80, () -> plain.getStubMappings().size() + " mappings");
            assertTrue(post(plain.baseUrl(), "/video/queue", WAN).body().contains("\"queue_id\""));
            var models = HTTP.send(
                    HttpRequest.newBuilder(URI.create(plain.baseUrl() + "/api/v1/models?type=video")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, models.statusCode(), models.body());
        } finally {
            plain.stop();
        }
    }
}
