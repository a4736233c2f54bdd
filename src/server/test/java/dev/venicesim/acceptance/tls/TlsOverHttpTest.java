package dev.venicesim.acceptance.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.SimulatorServer;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator over TLS, as clients with the authority's certificate meet it, in HTTP/1.1 and HTTP/2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsOverHttpTest {

    @AutoClose
    private final SimulatorServer sim = SimulatorServer.start(SimulatorConfig.builder()
            .port(0)
            .tls("generated")
            .publicUrl("https://sim.example")
            .jobTime("polls:0")
            .build());

    private SSLContext trust() {
        return sim.identity().orElseThrow().trust();
    }

    private HttpClient client(Version version) {
        return HttpClient.newBuilder().sslContext(trust()).version(version).build();
    }

    private static HttpResponse<byte[]> post(HttpClient client, String url, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer tls")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void speaksTheVersionThatIsAskedForFromQueueToFile(Version version) throws Exception {
        assertThat(sim.baseUrl()).startsWith("https://127.0.0.1:");
        var client = client(version);
        var queued = post(client, sim.baseUrl() + "/video/queue", Requests.WAN);
        assertThat(queued.statusCode())
                .as(new String(queued.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(queued.version()).isEqualTo(version);
        var video = post(
                client,
                sim.baseUrl() + "/video/retrieve",
                Json.read(queued.body()).toString());
        assertThat(video.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(video.body()).hasSizeGreaterThan(100_000);
    }

    @Test
    void takesALargeBody() throws Exception {
        var large = Requests.WAN.replace(
                "\"prompt\":",
                "\"reference_image_urls\":[\"data:image/png;base64," + "A".repeat(3_000_000) + "\"],\"prompt\":");
        assertThat(large).hasSizeGreaterThan(3_000_000);
        assertThat(post(client(Version.HTTP_2), sim.baseUrl() + "/video/queue", large)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void itsCertificateIsForEveryNameOfTheMachine(String host) throws Exception {
        var url = "https://" + host + ":" + sim.port() + "/__sim/health";
        var health = HttpRequest.newBuilder(URI.create(url)).build();
        assertThat(client(Version.HTTP_2).send(health, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void isNotTrustedByAClientThatWasNotGivenItsAuthority() {
        var health = HttpRequest.newBuilder(URI.create(sim.origin() + "/__sim/health"))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(health, BodyHandlers.ofString()))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void breaksAConnectionOnPurposeOverTlsToo() throws Exception {
        for (var version : Version.values()) {
            var client = client(version);
            var key = "broken-" + version;
            var scenario = "{\"apiKey\":\"" + key + "\",\"scenario\":{\"faults\":[{\"on\":\"queue\",\"reset\":{}}]}}";
            assertThat(post(client, sim.origin() + "/__sim/worlds", scenario).statusCode())
                    .isEqualTo(201);
            var struck = HttpRequest.newBuilder(URI.create(sim.baseUrl() + "/video/queue"))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Requests.WAN))
                    .build();
            assertThatThrownBy(() -> client.send(struck, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatSpeaksNoTlsIsClosed() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), sim.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void aClientThatNeverShakesHandsIsClosed() throws IOException {
        var config = SimulatorConfig.builder().port(0).tls("generated").bodyTime(Duration.ofMillis(20));
        try (var impatient = SimulatorServer.start(config.build());
                var socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
