package dev.venicesim.kit.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pack in {@code stubs/}, loaded into a stock WireMock that knows nothing of the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StubPackTest {

    private static final Path PACK = Path.of("stubs");
    private static final Path SCHEMAS = Path.of("schemas");
    private static final List<String> EDITIONS = List.of("2026-06-17", "2026-08-21", "2026-10-02");

    private final WireMockServer wireMock =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().usingFilesUnderDirectory(PACK.toString()));

    @BeforeAll
    void start() {
        wireMock.start();
    }

    @AfterAll
    void stop() {
        wireMock.stop();
    }

    /** A mapping of the pack, and the request that it is for. */
    record Mapping(String name, JsonNode json) {

        String path() {
            var request = json.path("request");
            var type = request.at("/queryParameters/type/equalTo");
            return request.has("urlPath")
                    ? request.path("urlPath").asText() + (type.isTextual() ? "?type=" + type.asText() : "")
                    : request.path("urlPathPattern").asText().replace("[^/]+", "any");
        }

        String word() {
            return json.path("request")
                    .path("bodyPatterns")
                    .path(0)
                    .path("contains")
                    .asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mapping> mappings() throws IOException {
        try (Stream<Path> files = Files.list(PACK.resolve("mappings"))) {
            return files.sorted().map(StubPackTest::read).toList();
        }
    }

    private static Mapping read(Path file) {
        try {
            return new Mapping(file.getFileName().toString().replace(".json", ""), Json.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void answersAsItsSchemaWants(Mapping mapping) throws IOException {
        var request = mapping.json().path("request");
        var post = request.path("method").asText().equals("POST");
        var body = mapping.word().equals("-private\"")
                ? Requests.PRIVATE_GROK
                : Requests.wan(mapping.word().isEmpty() ? "a gondola" : mapping.word());
        var answer = new Http(wireMock.baseUrl())
                .with("Content-Type", "application/json")
                .send(
                        request.path("method").asText(),
                        mapping.path(),
                        post ? body.getBytes(StandardCharsets.UTF_8) : new byte[0]);

        assertThat(answer.header("Matched-Stub-Name")).isEqualTo(mapping.name());
        assertThat(mapping.name()).contains("-" + answer.status());
        var schema = mapping.json().path("metadata").path("schema").asText();
        if (schema.isEmpty()) {
            assertThat(answer.header("Content-Type")).isIn("video/mp4", "");
            return;
        }
        var of = mapping.json().at("/metadata/edition").asText();
        for (var edition : of.isEmpty() ? EDITIONS : List.of(of)) {
            var file = SCHEMAS.resolve(edition).resolve(schema + ".schema.json");
            if (Files.exists(file)) {
                assertThat(errors(file, answer.json()))
                        .as("%s %s", file, answer)
                        .isEmpty();
            }
        }
        assertThat(SCHEMAS.resolve("2026-06-17").resolve(schema + ".schema.json"))
                .exists();
    }

    private static List<?> errors(Path schema, JsonNode body) throws IOException {
        var standard = schema.resolveSibling("error-standard.schema.json");
        var id = Json.read(Files.readAllBytes(standard)).path("$id").asText();
        var known = Map.of(id, Files.readString(standard));
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known));
        return registry.getSchema(Json.read(Files.readAllBytes(schema))).validate(body);
    }

    @Test
    void hasEverySuccessAndTheErrorsOfTheTable() throws IOException {
        assertThat(mappings())
                .extracting(Mapping::name)
                .contains(
                        "quote-200",
                        "queue-200",
                        "queue-200-download-url",
                        "retrieve-200-processing",
                        "retrieve-200-completed",
                        "retrieve-200-video",
                        "complete-200",
                        "transcriptions-200",
                        "models-200",
                        "download-200",
                        "queue-400-invalid-request",
                        "queue-401-authentication-failed",
                        "queue-402-insufficient-balance",
                        "queue-402-x402-discovery",
                        "queue-403-account-disabled",
                        "quote-403-region",
                        "queue-403-region",
                        "retrieve-403-region",
                        "queue-404-model-not-found",
                        "queue-409-needs-consent",
                        "queue-413-payload-too-large",
                        "queue-415-invalid-content-type",
                        "queue-422-content-policy",
                        "queue-429-rate-limit",
                        "queue-500-unknown-error",
                        "queue-503-at-capacity",
                        "retrieve-404-media-not-found",
                        "retrieve-422-provider-policy",
                        "complete-400-request-id-invalid");
    }
}
