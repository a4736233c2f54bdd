package dev.venicesim.acceptance.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping's fault over HTTP/2, beside requests of the same client that it is not about. */
class StubFaultsOverHttp2Test {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMPTY_RESPONSE",
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE",
                "CONNECTION_RESET_BY_PEER"
            })
    void breaksItsOwnStreamAndHarmsNoNeighbour(String fault) throws Exception {
        stub(fault);
        try (var sim = Sim.start(config -> config.stubs(root))) {
            var client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            var models = HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/models?type=video"))
                    .build();
            assertThat(client.send(models, BodyHandlers.ofString()).version()).isEqualTo(HttpClient.Version.HTTP_2);
            var struck = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/video/queue"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
            var neighbour = client.sendAsync(models, BodyHandlers.ofString());

            assertThat(neighbour.get().statusCode()).isEqualTo(200);
            assertThat(struck.handle((reply, failure) -> failure == null ? reply.toString() : "broke")
                            .get())
                    .isEqualTo("broke");
            var next = client.send(models, BodyHandlers.ofString());
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    private void stub(String fault) throws IOException {
        Files.createDirectories(root.resolve("mappings"));
        Files.writeString(
                root.resolve("mappings/one.json"),
                "{\"request\":{\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\"},\"response\":{\"fault\":\""
                        + fault + "\"}}");
    }
}
