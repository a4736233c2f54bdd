package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** The same API written otherwise is no drift, and a change is found in whatever hand it is written. */
class OpenApiStylesTest {

    private static final ApiEdition JUNE = TestEditions.JUNE;

    @ParameterizedTest
    @EnumSource
    void theSameApiWrittenOtherwiseIsNoDrift(Styles style) {
        var file = style.of(MadeOpenApi.of(JUNE));
        assertThat(OpenApiDrift.of(JUNE, json(file))).isEmpty();
        assertThat(OpenApiDrift.of(JUNE, yaml(file))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsFoundInEveryHand(Styles style) {
        var made = MadeOpenApi.of(JUNE);
        var queue = made.withObject("/components/schemas/queue_request_Schema/properties");
        ((ArrayNode) queue.at("/aspect_ratio/enum")).remove(0);
        queue.withObjectProperty("prompt").put("maxLength", 500);
        assertThat(OpenApiDrift.of(JUNE, json(style.of(made))))
                .extracting(Drift::toString)
                .containsExactlyInAnyOrder(
                        "BREAKING queue-request aspect_ratio: no longer \"1:1\"",
                        "BREAKING queue-request prompt: maxLength 10000 became 500");
    }

    @Test
    void bareRatiosOfYamlAreTextsAndBareStatusesAreStatuses() {
        var text = yaml(MadeOpenApi.of(JUNE))
                .replaceAll("['\"](\\d+:\\d+)['\"]", "$1")
                .replaceAll("['\"](\\d{3})['\"]:", "$1:");
        assertThat(text).contains("- 16:9\n", " 200:\n");
        assertThat(OpenApiDrift.of(JUNE, text)).isEmpty();
    }

    @Test
    void wordsInAnotherOrderAreNoDrift() {
        var made = MadeOpenApi.of(JUNE);
        var words = (ArrayNode) made.at("/components/schemas/queue_request_Schema/properties/resolution/enum");
        words.add(words.remove(0));
        assertThat(OpenApiDrift.of(JUNE, json(made))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/components/schemas/queue_request_Schema/properties/prompt | format | \"uri\" | NOTABLE queue-request prompt: format absent became \"uri\"",
                "/components/schemas/queue_request_Schema/properties/seed | type | \"integer\" | HARMLESS queue-request seed: new: integer",
                "/components/schemas/queue_request_Schema | not | {\"required\":[\"audio\"]} | BREAKING queue-request: not absent became {\"required\":[\"audio\"]}",
                "/components/schemas/queue_request_Schema/properties/upscale_factor | deprecated | true | NOTABLE queue-request upscale_factor: deprecated absent became true",
                "/paths/~1video~1queue/post/requestBody | required | true | BREAKING post /video/queue request: body now required",
                "/paths/~1video~1queue/post/responses/200/headers/X-Balance-Remaining/schema | type | \"number\" | BREAKING post /video/queue 200 header X-Balance-Remaining: type string became number",
                "/paths/~1video~1queue/post/responses/200/headers/X-Balance-Remaining | required | true | HARMLESS post /video/queue 200 header X-Balance-Remaining: now promised",
                "/paths/~1video~1queue/post | security | [{\"BearerAuth\":[]}] | BREAKING post /video/queue: no longer takes credentials by header sign-in-with-x"
            })
    void whatAFileMayAlsoChangeIsToldOnce(String at, String key, String value, String told) {
        var made = MadeOpenApi.of(JUNE);
        made.withObject(at).set(key, Json.trusted(value.getBytes(StandardCharsets.UTF_8)));
        assertThat(OpenApiDrift.of(JUNE, json(made)))
                .extracting(Drift::toString)
                .containsExactly(told);
    }

    @Test
    void aRequiredFieldThatGoesOrComesIsToldOnce() {
        var made = MadeOpenApi.of(JUNE);
        var request = (ObjectNode) made.at("/components/schemas/queue_request_Schema");
        ((ObjectNode) request.path("properties")).remove("prompt");
        request.withObjectProperty("properties").putObject("script").put("type", "string");
        request.putArray("required").add("model").add("duration").add("script");
        assertThat(OpenApiDrift.of(JUNE, json(made)))
                .extracting(Drift::toString)
                .containsExactly(
                        "BREAKING queue-request prompt: gone",
                        "BREAKING queue-request script: new and required: string");
    }

    @Test
    void aReferenceToAnotherFileIsSaidNotToBeCompared() {
        var made = MadeOpenApi.of(JUNE);
        made.withObject("/components/schemas").putObject("queue_request_Schema").put("$ref", "./common.yaml#/Queue");
        assertThat(OpenApiDrift.of(JUNE, json(made)))
                .extracting(Drift::toString)
                .containsExactly("NOTABLE queue-request: refers to ./common.yaml#/Queue,"
                        + " which is not in the file, so it was not compared");
    }

    @Test
    void aSchemaThatHoldsItselfIsReadOnce() {
        var made = MadeOpenApi.of(JUNE);
        made.withObject("/components/schemas/queue_request_Schema/properties/elements/items/properties")
                .putObject("again")
                .put("$ref", "#/components/schemas/queue_request_Schema");
        assertThat(OpenApiDrift.of(JUNE, json(made)))
                .extracting(Drift::place)
                .containsExactly("queue-request elements[].again");
    }

    private static String json(ObjectNode file) {
        return new String(Json.bytes(file), StandardCharsets.UTF_8);
    }

    private static String yaml(ObjectNode file) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(org.snakeyaml.engine.v2.common.FlowStyle.BLOCK)
                .build();
        return new Dump(settings).dumpToString(Json.mapper().convertValue(file, Map.class));
    }
}
