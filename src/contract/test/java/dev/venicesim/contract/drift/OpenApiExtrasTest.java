package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says beside forms: addresses, callbacks, how parameters are written, payment, and what works again. */
class OpenApiExtrasTest {

    private static final ApiEdition AUGUST = TestEditions.AUGUST;
    private static final String QUEUE = "/paths/~1video~1queue";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                QUEUE
                        + "/post | servers | [{\"url\":\"https://v.venice.ai/v2\"}] | BREAKING post /video/queue: base URL https://api.venice.ai/api/v1 became https://v.venice.ai/v2",
                QUEUE
                        + " | servers | [{\"url\":\"https://v.venice.ai/v2/\"}] | BREAKING post /video/queue: base URL https://api.venice.ai/api/v1 became https://v.venice.ai/v2",
                QUEUE + " | servers | [{\"url\":\"https://api.venice.ai/api/v1/\"}] | ``",
                QUEUE
                        + " | servers | [{\"url\":\"https://{where}.venice.ai/api/v1\",\"variables\":{\"where\":{\"default\":\"api\"}}}] | ``",
                QUEUE
                        + " | servers | [{\"url\":\"https://api.venice.ai/api/v1\"},{\"url\":\"https://eu.venice.ai\"}] | HARMLESS post /video/queue: also to be had at https://eu.venice.ai",
                QUEUE
                        + "/post | callbacks | {\"done\":{\"{$request.body#/to}\":{\"post\":{}}}} | NOTABLE post /video/queue: now calls back done: post {$request.body#/to}",
                QUEUE + "/post | callbacks | {\"done\":{\"$ref\":\"#/nowhere\"}} | ``",
                QUEUE
                        + "/post/x-payment-info/price | max | \"25.00\" | NOTABLE post /video/queue x-payment-info.price.max: \"10.00\" became \"25.00\"",
                QUEUE
                        + "/post/x-payment-info | protocols | [{\"x402\":{}},{\"card\":{}}] | NOTABLE post /video/queue x-payment-info.protocols[1]: new: {\"card\":{}}",
                QUEUE + "/post | x-owner | \"video\" | HARMLESS post /video/queue x-owner: new: \"video\"",
                "/paths/~1models/get/parameters/0 | explode | false | HARMLESS get /models query type: explode true became false; a single value is written as before",
                "/paths/~1models/get/parameters/0 | explode | true | ``",
                "/paths/~1models/get/parameters/0 | style | \"pipeDelimited\" | HARMLESS get /models query type: style form became pipeDelimited; a single value is written as before",
                "/paths/~1billing~1usage/get | deprecated | false | NOTABLE get /billing/usage: no longer deprecated",
                "/paths/~1billing~1usage/get/responses | 200 | {} | NOTABLE get /billing/usage: works again: answers 200, where it was gone",
                QUEUE + "/post/responses | 202 | {} | NOTABLE post /video/queue: now also answers 202"
            })
    void isToldOnce(String at, String key, String value, String told) {
        var made = MadeOpenApi.of(AUGUST);
        var holder = at.endsWith("/0") ? (ObjectNode) made.at(at) : made.withObject(at);
        holder.set(key, Json.trusted(value.getBytes(StandardCharsets.UTF_8)));
        assertThat(OpenApiDrift.between(EditionOperations.of(AUGUST), OpenApiFile.of(made)))
                .extracting(Drift::toString)
                .containsExactlyElementsOf(told.isEmpty() ? java.util.List.of() : java.util.List.of(told));
    }

    @Test
    void aListInAParameterIsWrittenInAnotherWayForEveryClient() {
        var older = MadeOpenApi.of(AUGUST);
        ((ObjectNode) older.at("/paths/~1models/get/parameters/0"))
                .putObject("schema")
                .put("type", "array");
        var newer = older.deepCopy();
        ((ObjectNode) newer.at("/paths/~1models/get/parameters/0")).put("explode", false);
        assertThat(OpenApiDrift.between(OpenApiFile.of(older), OpenApiFile.of(newer)))
                .extracting(Drift::toString)
                .containsExactly("BREAKING get /models query type: explode true became false");
    }

    @Test
    void aCallbackIsComparedAndMissed() {
        var older = MadeOpenApi.of(AUGUST);
        var sent = older.withObject(
                QUEUE + "/post/callbacks/done/{$url}/post/requestBody/content/application~1json/schema");
        sent.putObject("properties").putObject("queue_id").put("type", "string");
        var newer = older.deepCopy();
        newer.withObject(QUEUE
                        + "/post/callbacks/done/{$url}/post/requestBody/content/application~1json/schema/properties")
                .remove("queue_id");
        var before = OpenApiFile.of(older);
        assertThat(OpenApiDrift.between(before, OpenApiFile.of(newer)))
                .extracting(Drift::toString)
                .containsExactly("BREAKING post /video/queue callback done: post {$url} queue_id: gone");
        assertThat(OpenApiDrift.between(before, OpenApiFile.of(MadeOpenApi.of(AUGUST))))
                .extracting(Drift::toString)
                .containsExactly("BREAKING post /video/queue: no longer calls back done: post {$url}");
    }

    @Test
    void aSchemaThatBranchesIntoItselfHasAnEnd() {
        var made = MadeOpenApi.of(AUGUST);
        var fields = made.withObject("/components/schemas/queue_request_Schema/properties");
        for (var i = 0; i < 8; i++) {
            fields.putObject("again" + i).put("$ref", "#/components/schemas/queue_request_Schema");
        }
        assertThat(OpenApiDrift.between(EditionOperations.of(AUGUST), OpenApiFile.of(made)))
                .hasSize(8);
    }
}
