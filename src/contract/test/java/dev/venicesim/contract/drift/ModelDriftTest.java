package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDriftTest {

    private static final ApiEdition JUNE = TestEditions.JUNE;
    private static final String MODEL = "wan-2.6-text-to-video";

    @ParameterizedTest
    @EachEdition
    void anEditionDoesNotDriftFromItself(ApiEdition edition) {
        assertThat(ModelDrift.of(edition, models(edition))).isEmpty();
        assertThat(ModelDrift.of(edition, models(edition).path("data"))).isEmpty();
    }

    @Test
    void modelsComeAndGo() {
        var reply = models(JUNE);
        var data = reply.withArrayProperty("data");
        var gone = data.remove(0).path("id").asText();
        var added = (ObjectNode) data.path(1).deepCopy();
        data.add(added.put("id", "brand-new"));
        assertThat(ModelDrift.of(JUNE, reply))
                .extracting(Drift::severity, Drift::where, drift -> drift.says().replaceFirst(": .*", ""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Severity.BREAKING, gone, "removed from the list"),
                        org.assertj.core.groups.Tuple.tuple(Severity.HARMLESS, "brand-new", "added to the list"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "constraints.durations         | [\"5s\",\"10s\"]   | BREAKING | no longer 15s",
                "constraints.durations         | [\"5s\",\"10s\",\"15s\",\"20s\"] | HARMLESS | now also 20s",
                "constraints.durations         | [\"15s\",\"10s\",\"5s\"] | HARMLESS | in another order: 15s, 10s, 5s",
                "constraints.durations         | [\"5s\",\"10s\",\"15s\",\"5s\"] | HARMLESS | became [\"5s\",\"10s\",\"15s\",\"5s\"]",
                "constraints.durations         | [\"5s\",\"10s\",\"15s\",\"\"] | HARMLESS | now also \"\"",
                "constraints.durations         | \"5s\"            | BREAKING | [\"5s\",\"10s\",\"15s\"] became \"5s\"",
                "constraints.durations         | null              | BREAKING | became null",
                "constraints.resolutions       | []                | BREAKING | no longer 1080p, 720p",
                "constraints.prompt_character_limit | 900          | BREAKING | new: 900",
                "constraints.prompt_character_limit | 9000         | HARMLESS | new: 9000",
                "constraints.model_type        | \"video\"         | BREAKING | \"text-to-video\" became \"video\"",
                "constraints.audio_configurable | false            | BREAKING | true became false",
                "constraints.max_references    | 3                 | BREAKING | new: 3",
                "constraints.camera_modes      | [\"orbit\"]       | HARMLESS | new: [\"orbit\"]",
                "constraints                   | \"none\"          | BREAKING | became \"none\"",
                "traits                        | [\"fastest\"]     | NOTABLE  | now also fastest",
                "pricing                       | {\"usd\":0.11}    | NOTABLE  | new: {\"usd\":0.11}",
                "privacy                       | \"private\"       | NOTABLE  | \"anonymized\" became \"private\"",
                "offline                       | true              | BREAKING | true",
                "name                          | \"Wan\"           | HARMLESS | became \"Wan\"",
                "deprecation                   | {\"date\":\"2027-01-01\"} | NOTABLE | 2027-01-01"
            })
    void aChangedFieldIsNamedWithItsValuesAndWeight(String field, String value, Severity severity, String says) {
        var reply = models(JUNE);
        var spec = model(reply).withObjectProperty("model_spec");
        var holder = field.startsWith("constraints.") ? spec.withObjectProperty("constraints") : spec;
        holder.set(
                field.replace("constraints.", ""),
                Json.trusted(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(ModelDrift.of(JUNE, reply)).singleElement().satisfies(drift -> {
            assertThat(drift.place()).isEqualTo(MODEL + " " + field);
            assertThat(drift.severity()).isEqualTo(severity);
            assertThat(drift.says()).contains(says);
        });
    }

    @Test
    void aModelThatIsNoVideoModelAnyLongerIsToldOnce() {
        var reply = models(JUNE);
        model(reply).put("type", "image");
        assertThat(ModelDrift.of(JUNE, reply))
                .extracting(Drift::toString)
                .containsExactly("BREAKING " + MODEL + " type: \"video\" became \"image\"");
    }

    @Test
    void aNewModelMayHaveNoConstraintsAndAnIdIsAText() {
        var reply = models(JUNE);
        reply.withArrayProperty("data").addObject().put("id", "brand-new");
        reply.withArrayProperty("data").addObject().put("id", 7);
        assertThat(ModelDrift.of(JUNE, reply))
                .extracting(Drift::toString)
                .containsExactly(
                        "HARMLESS brand-new: added to the list without constraints",
                        "BREAKING data/100: has no id, so it was not compared: {\"id\":7}");
    }

    @Test
    void oddEntriesAreNamedAndTheRestIsCompared() {
        var reply = models(JUNE);
        var data = reply.withArrayProperty("data");
        data.add(data.path(0));
        data.addObject().put("type", "video").put("name", "no id");
        data.add("just text");
        assertThat(ModelDrift.of(JUNE, reply))
                .extracting(drift -> drift.says().replaceFirst(": .*", ""))
                .containsExactly(
                        "listed twice; the first was compared",
                        "has no id, so it was not compared",
                        "has no id, so it was not compared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"hello\":1} | holds no list under data",
                "{\"data\":{}} | its data is an object",
                "{\"error\":\"Authentication failed\"} | holds an error, \"Authentication failed\"",
                "{\"data\":[]} | holds no video model",
                "[] | holds no video model",
                "\"text\" | holds no list",
                "{\"data\":[{\"id\":\"a\",\"type\":\"text\"}]} | holds 1 models, none of them a video model"
            })
    void somethingElseIsNoModelsList(String json, String words) {
        assertThatThrownBy(
                        () -> ModelDrift.of(JUNE, Json.trusted(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("GET /models?type=video");
    }

    private static ObjectNode model(JsonNode reply) {
        for (var model : reply.path("data")) {
            if (model.path("id").asText().equals(MODEL)) {
                return (ObjectNode) model;
            }
        }
        throw new AssertionError(MODEL);
    }

    private static ObjectNode models(ApiEdition edition) {
        return (ObjectNode) Json.trusted(
                new ModelsReply(Catalog.of(edition)).models("video").orElseThrow());
    }
}
