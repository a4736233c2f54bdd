package dev.venicesim.kit.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTest {

    private static final Edition JUNE = Edition.E2026_06_17;

    @ParameterizedTest
    @EnumSource(Edition.class)
    void anEditionDoesNotDriftFromItself(Edition edition) {
        assertThat(ModelDrift.of(edition, models(edition))).isEmpty();
    }

    @Test
    void modelsComeAndGoAndTheirListsShrink() {
        var reply = models(JUNE);
        var data = reply.withArrayProperty("data");
        var gone = data.remove(0).path("id").asText();
        var changed = (ObjectNode) data.path(0).at("/model_spec/constraints");
        var duration = changed.withArrayProperty("durations").remove(0).asText();
        var added = data.path(1).deepCopy();
        ((ObjectNode) added).put("id", "brand-new");
        data.add(added);
        var id = data.path(0).path("id").asText();
        assertThat(ModelDrift.of(JUNE, reply))
                .containsExactly(
                        new Drift(Severity.BREAKING, gone, "removed from the list"),
                        new Drift(Severity.BREAKING, id + " durations", "no longer " + duration),
                        new Drift(Severity.HARMLESS, "brand-new", "added to the list"));
    }

    @Test
    void somethingElseIsNoModelsList() {
        assertThatThrownBy(() -> ModelDrift.of(JUNE, Json.object().put("hello", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET /models?type=video");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'maxLength: 10000' | 'maxLength: 900' | BREAKING | maxLength 10000 became 900",
                "'- \"16:9\"' | '- \"17:9\"' | BREAKING | no longer \"16:9\" now also \"17:9\"",
                "'- \"queue_id\"' | '- \"model\"' | BREAKING | no longer required",
                "'PAYMENT-REQUIRED:' | 'PAYMENT-WANTED:' | NOTABLE | no longer declares the header PAYMENT-REQUIRED",
                "'\"413\":' | '\"418\":' | NOTABLE | now also answers 418"
            })
    void aChangedLineOfTheOpenApiFileIsNamed(String line, String other, Severity severity, String says)
            throws IOException {
        var file = Path.of("..", "shared", "reference", "openapi-video-2026-06-17.yaml");
        assumeTrue(Files.exists(file), "the API's own file is not beside the project");
        var text = Files.readString(file);
        assertThat(text).contains(line);
        assertThat(OpenApiDrift.of(JUNE, text.replace(line, other)))
                .anyMatch(drift -> drift.severity() == severity && drift.says().contains(says));
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void theEditionsOwnOpenApiFileDoesNotDrift(Edition edition) throws IOException {
        var file = Path.of("..", "shared", "reference", "openapi-video-" + edition + ".yaml");
        assumeTrue(Files.exists(file), "the API's own file is not beside the project");
        assertThat(OpenApiDrift.of(edition, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'openapi: \"3.0.0\"\ninfo: {title: Pets}\npaths: {/pets: {}}' | 'describes \"Pets\"'",
                "'just text' | 'no OpenAPI 3 description'",
                "'{ a: [' | 'no readable YAML'"
            })
    void theFileOfAnotherApiIsRefusedInWords(String yaml, String words) {
        assertThatThrownBy(() -> OpenApiDrift.of(JUNE, yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static ObjectNode models(Edition edition) {
        return (ObjectNode) Json.trusted(
                new ModelsReply(Catalog.of(edition)).models("video").orElseThrow());
    }
}
