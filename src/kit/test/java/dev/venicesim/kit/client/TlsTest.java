package dev.venicesim.kit.client;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatThrownBy;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator over TLS in a test suite's own JVM. */
class TlsTest {

    @Test
    void aTestGivesItsClientWhatItTrustsTheSimulatorWith() throws Exception {
        try (var simulator = Simulator.start(
                SimulatorConfig.builder().port(0).tls("generated").build())) {
            var world = simulator.newWorld();
            var client = HttpClient.newBuilder()
                    .sslContext(simulator.sslContext().orElseThrow())
                    .build();
            var models = HttpRequest.newBuilder(URI.create(world.baseUrl() + "/models?type=video"))
                    .header("Authorization", "Bearer " + world.apiKey())
                    .build();
            var reply = client.send(models, BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_2);
            // the world asks by the simulator's own client, which knows the certificate
            assertThat(world).hasNoFindings();
            assertThat(simulator.tlsCa()).isEmpty();
        }
    }

    @Test
    void otherToolsTakeTheAuthorityFromAFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("ca.pem");
        var config = SimulatorConfig.builder().port(0).tls("generated").tlsCa(file);
        try (var simulator = Simulator.start(config.build())) {
            assertThat(simulator.tlsCa()).contains(file);
            assertThat(Files.readString(file)).startsWith("-----BEGIN CERTIFICATE-----");
        }
    }

    @Test
    void aPasswordWithoutAFileIsRefused() {
        var config = SimulatorConfig.builder().tlsPassword("gondola");
        assertThatThrownBy(config::build)
                .hasMessage("tls-password cannot be \"(hidden)\": give a PKCS12 file as tls, or leave the password"
                        + " out");
    }
}
