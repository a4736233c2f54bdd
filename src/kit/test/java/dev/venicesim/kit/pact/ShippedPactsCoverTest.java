package dev.venicesim.kit.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.jobs.LateFailures;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the pacts that ship talk about: every endpoint, every main error, both formats. */
class ShippedPactsCoverTest {

    private static JsonNode pact(String file) throws IOException {
        return Json.read(Files.readAllBytes(Path.of("pacts", file)));
    }

    private static List<JsonNode> interactions(JsonNode pact) {
        return StreamSupport.stream(pact.path("interactions").spliterator(), false)
                .toList();
    }

    private static String endpoint(JsonNode interaction) {
        var request = interaction.path("request");
        var path = request.path("path").asText();
        return request.path("method").asText() + " "
                + path.replaceFirst("/0x[0-9a-f]{40}$", "/{wallet}").replaceFirst("/read/.+$", "/read/{token}");
    }

    @Test
    void everyEndpointIsInTheWholePact() throws IOException {
        assertThat(interactions(pact("video-client.v4.json")))
                .extracting(ShippedPactsCoverTest::endpoint)
                .contains(
                        "GET /api/v1/models",
                        "GET /api/v1/models/traits",
                        "GET /api/v1/models/compatibility_mapping",
                        "POST /api/v1/video/quote",
                        "POST /api/v1/video/queue",
                        "POST /api/v1/video/retrieve",
                        "POST /api/v1/video/complete",
                        "POST /api/v1/video/transcriptions",
                        "GET /v1/share/read/{token}",
                        "DELETE /v1/share/read/{token}",
                        "GET /api/v1/x402/balance/{wallet}",
                        "GET /api/v1/x402/transactions/{wallet}",
                        "POST /api/v1/x402/top-up",
                        "GET /api/v1/billing/balance",
                        "GET /api/v1/billing/usage",
                        "GET /api/v1/billing/usage-history",
                        "GET /api/v1/billing/usage-analytics",
                        "GET /api/v1/api_keys/rate_limits",
                        "GET /api/v1/api_keys/rate_limits/log");
    }

    @Test
    void everyStatusTheQueueMayAnswerIsInIt() throws IOException {
        assertThat(interactions(pact("video-client.v4.json")))
                .filteredOn(one -> endpoint(one).equals("POST /api/v1/video/queue"))
                .extracting(one -> one.path("response").path("status").asInt())
                .contains(200, 400, 401, 402, 404, 409, 415, 422, 429, 503);
        assertThat(interactions(pact("video-client.v4.json")))
                .filteredOn(one -> endpoint(one).equals("POST /api/v1/video/retrieve"))
                .extracting(one -> one.path("response").path("status").asInt())
                .contains(200, 400, 404, 422, 429, 500, 503);
    }

    @Test
    void whatEditionOfOctoberAnswersOtherwiseHasOneOfItsOwn() throws IOException {
        var october = interactions(pact("video-client-2026-10-02.v4.json"));
        assertThat(october)
                .allSatisfy(one ->
                        assertThat(one.at("/providerStates/0/name").asText()).isEqualTo("edition 2026-10-02"));
        var failures = october.stream()
                .flatMap(one -> one.findValuesAsText("failure").stream())
                .toList();
        assertThat(failures).containsExactlyElementsOf(LateFailures.names());
        assertThat(october)
                .extracting(ShippedPactsCoverTest::endpoint)
                .contains(
                        "GET /api/v1/models",
                        "POST /api/v1/video/quote",
                        "POST /api/v1/video/queue",
                        "POST /api/v1/video/retrieve",
                        "POST /api/v1/video/complete",
                        "POST /api/v1/video/transcriptions");
    }

    @Test
    void thereIsOneInEachFormat() throws IOException {
        assertThat(version("video-client.v4.json")).isEqualTo("4.0");
        assertThat(version("small-video-client.v3.json")).isEqualTo("3.0.0");
        assertThat(interactions(pact("small-video-client.v3.json"))).isNotEmpty();
    }

    private static String version(String file) throws IOException {
        return pact(file)
                .path("metadata")
                .path("pactSpecification")
                .path("version")
                .asText();
    }
}
