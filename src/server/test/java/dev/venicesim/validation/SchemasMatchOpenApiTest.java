package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Our schemas say what the API's own file says, but for the differences listed with their reasons in
 * {@code schemas/differences.json}.
 */
class SchemasMatchOpenApiTest {

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("quote-request", "QuoteVideoRequest"),
            Map.entry("quote-reply", "post /video/quote 200"),
            Map.entry("queue-request", "QueueVideoRequest"),
            Map.entry("queue-reply", "post /video/queue 200"),
            Map.entry("retrieve-request", "RetrieveVideoRequest"),
            Map.entry("retrieve-reply", "post /video/retrieve 200"),
            Map.entry("complete-request", "CompleteVideoRequest"),
            Map.entry("complete-reply", "post /video/complete 200"),
            Map.entry("transcription-request", "CreateVideoTranscriptionRequestSchema"),
            Map.entry("transcription-reply", "post /video/transcriptions 200"),
            Map.entry("models-reply", "get /models 200"),
            Map.entry("models-traits-reply", "get /models/traits 200"),
            Map.entry("models-compatibility-reply", "get /models/compatibility_mapping 200"),
            Map.entry("error-standard", "StandardError"),
            Map.entry("error-detailed", "DetailedError"),
            Map.entry("error-content-violation", "ContentViolationError"),
            Map.entry("error-provider-policy", "ProviderContentPolicyError"),
            Map.entry("error-payload-too-large", "PayloadTooLargeError"),
            Map.entry("error-needs-consent", "post /video/queue 409"),
            Map.entry("error-payment-required", "post /video/queue 402"),
            Map.entry("x402-discovery", "X402InferencePaymentRequired"),
            Map.entry("x402-wallet", "X402InferencePaymentRequired"),
            Map.entry("top-up-reply", "post /x402/top-up 200"),
            Map.entry("top-up-required", "post /x402/top-up 402"),
            Map.entry("top-up-error", "post /x402/top-up 400"),
            Map.entry("x402-balance-reply", "get /x402/balance/{walletAddress} 200"),
            Map.entry("x402-transactions-reply", "get /x402/transactions/{walletAddress} 200"),
            Map.entry("rate-limits-reply", "get /api_keys/rate_limits 200"),
            Map.entry("rate-limits-log-reply", "get /api_keys/rate_limits/log 200"),
            Map.entry("billing-balance-reply", "get /billing/balance 200"),
            Map.entry("billing-usage-reply", "get /billing/usage 200"),
            Map.entry("billing-usage-history-reply", "get /billing/usage-history 200"),
            Map.entry("billing-usage-analytics-reply", "get /billing/usage-analytics 200"));

    @ParameterizedTest
    @EachEdition
    void differJustWhereTheListSaysSo(ApiEdition edition) throws IOException {
        assumeTrue(Files.exists(OpenApiFile.path(edition)), "the API's own file is not beside the project");
        var openApi = OpenApiFile.read(edition);
        var found = new TreeSet<String>();
        for (var name : names(edition)) {
            var theirs = openApi.schema(PLACES.getOrDefault(name, ""));
            if (name.startsWith("x402-discovery") || name.startsWith("x402-wallet")) {
                theirs = theirs.path("anyOf").path(name.endsWith("discovery") ? 0 : 1);
            }
            assertThat(theirs.isMissingNode()).as(name).isFalse();
            SchemaDifferences.between(EditionFiles.schema(edition, name), theirs)
                    .forEach(difference -> found.add(name + " " + difference));
        }
        var listed = listed(edition);
        assertThat(found)
                .as("every difference is listed")
                .allMatch(difference -> listed.stream()
                        .anyMatch(pattern -> pattern.matcher(difference).matches()));
        assertThat(listed)
                .as("every listed difference is there")
                .allMatch(pattern -> found.stream()
                        .anyMatch(difference -> pattern.matcher(difference).matches()));
    }

    @ParameterizedTest
    @EachEdition
    void haveAStableIdAndASentenceForEveryField(ApiEdition edition) throws IOException {
        for (var name : names(edition)) {
            var schema = EditionFiles.schema(edition, name);
            assertThat(schema.path("$id").asText())
                    .isEqualTo("https://venice-sim.dev/schemas/" + edition + "/" + name + ".schema.json");
            var bare = new ArrayList<String>();
            fieldsWithoutSentence(schema, name, bare);
            assertThat(bare).isEmpty();
        }
    }

    @Test
    void areDifferentOnPurposeForAStatedReasonOnly() throws IOException {
        for (var entry : differences()) {
            assertThat(entry.path("reason").asText()).hasSizeGreaterThan(20);
        }
    }

    private static void fieldsWithoutSentence(JsonNode schema, String at, List<String> bare) {
        for (var field : schema.path("properties").properties()) {
            var value = field.getValue();
            var place = at + "." + field.getKey();
            if (value.path("description").asText().isBlank() && !value.has("$ref")) {
                bare.add(place);
            }
            fieldsWithoutSentence(value, place, bare);
            fieldsWithoutSentence(value.path("items"), place, bare);
        }
    }

    private static Set<String> names(ApiEdition edition) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.list(Path.of("schemas", edition.id()))) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".schema.json", "")));
        }
        return names;
    }

    /** The differences of an edition, where {@code *} stands for anything. */
    private static List<Pattern> listed(ApiEdition edition) throws IOException {
        var listed = new ArrayList<Pattern>();
        for (var entry : differences()) {
            var only = entry.path("edition");
            if (only.isMissingNode() || only.asText().equals(edition.id())) {
                entry.path("at").forEach(at -> {
                    var line = entry.path("schema").asText() + " " + at.asText();
                    listed.add(Pattern.compile(Pattern.quote(line).replace("*", "\\E.*\\Q")));
                });
            }
        }
        return listed;
    }

    private static JsonNode differences() throws IOException {
        return Json.read(Files.readAllBytes(Path.of("schemas", "differences.json")));
    }
}
