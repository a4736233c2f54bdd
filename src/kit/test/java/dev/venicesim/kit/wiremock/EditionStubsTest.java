package dev.venicesim.kit.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stubs of one edition: each is what the simulator answers as that edition to the request in its metadata. */
class EditionStubsTest {

    private static final Path MAPPINGS = Path.of("stubs/mappings");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(MAPPINGS)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .filter(name -> read(name).path("metadata").has("asked"))
                    .toList();
        }
    }

    private static JsonNode read(String name) {
        try {
            return Json.read(Files.readAllBytes(MAPPINGS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatTheSimulatorSays(String name) {
        var mapping = read(name);
        var edition = mapping.at("/metadata/edition").textValue();
        try (var sim = Sim.start(config -> config.edition(edition).jobTime("polls:0"))) {
            var answer = answer(sim, mapping);
            var response = mapping.path("response");
            assertThat(answer.status()).isEqualTo(response.path("status").intValue());
            assertThat(answer.json()).isEqualTo(response.path("jsonBody"));
            response.path("headers")
                    .properties()
                    .forEach(header -> assertThat(answer.header(header.getKey()))
                            .isEqualTo(header.getValue().textValue()));
        }
    }

    private static Http.Answer answer(Sim sim, JsonNode mapping) {
        var asked = mapping.at("/metadata/asked");
        var api = asked.has("key") ? sim.api(asked.path("key").textValue()) : sim.api();
        if (asked.has("queued")) {
            var queued = api.post("/video/queue", asked.path("queued").toString());
            assertThat(queued.status()).as(queued.toString()).isEqualTo(200);
            return api.post("/video/retrieve", Requests.ticket(queued));
        }
        var request = mapping.path("request");
        var path = request.path("urlPath").textValue().replaceFirst("^/api/v1", "");
        return asked.has("body")
                ? api.post(path, asked.path("body").toString())
                : api.get(path + "?type="
                        + request.at("/queryParameters/type/equalTo").textValue());
    }

    @Test
    void coverWhatEditionOfOctoberAnswersOtherwise() throws IOException {
        assertThat(names()).hasSizeGreaterThan(20);
    }
}
