package dev.venicesim.kit.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** The same API written otherwise is no drift, and a change is found in whatever hand it is written. */
class OpenApiStylesTest {

    private static final Edition JUNE = Edition.E2026_06_17;

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
                .containsExactlyInAnyOrder(
                        new Drift(Severity.BREAKING, "queue-request aspect_ratio", "no longer \"1:1\""),
                        new Drift(Severity.BREAKING, "queue-request prompt", "maxLength 10000 became 500"));
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
    void aReferenceToAnotherFileIsSaidNotToBeCompared() {
        var made = MadeOpenApi.of(JUNE);
        made.withObject("/components/schemas").putObject("queue_request_Schema").put("$ref", "./common.yaml#/Queue");
        assertThat(OpenApiDrift.of(JUNE, json(made)))
                .containsExactly(new Drift(
                        Severity.NOTABLE,
                        "queue-request",
                        "refers to ./common.yaml#/Queue, which is not in the file, so it was not compared"));
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
