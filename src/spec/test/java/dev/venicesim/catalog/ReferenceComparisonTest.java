package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;

/** Field by field, every model of both editions against the reference tables, where those lie beside the project. */
class ReferenceComparisonTest {

    private static final Set<String> CONSTRAINT_KEYS = Set.of(
            "model_type",
            "aspect_ratios",
            "resolutions",
            "durations",
            "audio",
            "audio_configurable",
            "audio_input",
            "per_reference_audio",
            "video_input",
            "prompt_character_limit",
            "reference_image_min_short_side_pixels",
            "reference_image_min_aspect_ratio",
            "reference_image_max_aspect_ratio");

    private static final List<String> SPEC_KEYS =
            List.of("name", "privacy", "traits", "uncensored", "modelSource", "deprecation");

    @ParameterizedTest
    @EachEdition
    void listsTheModelsOfTheReferenceAsTheWireShowsThem(ApiEdition edition) throws IOException {
        var expected = new ArrayList<JsonNode>();
        reference(edition).forEach(entry -> expected.add(wire(entry)));
        var reply =
                Json.read(new ModelsReply(Catalog.of(edition)).models("video").orElseThrow());
        assertThat(reply.path("data")).hasSameSizeAs(expected);
        for (var i = 0; i < expected.size(); i++) {
            assertThat(reply.path("data").path(i)).isEqualTo(expected.get(i));
        }
    }

    @ParameterizedTest
    @EachEdition
    void derivesTheRulesOfTheReference(ApiEdition edition) throws IOException {
        for (var entry : reference(edition)) {
            var model = Catalog.of(edition).find(entry.path("id").textValue()).orElseThrow();
            assertThat(DerivedFacts.of(model))
                    .as(model.id())
                    .containsExactlyInAnyOrderEntriesOf(facts(entry.path("derived")));
            assertThat(model.rules().promptLimit())
                    .as(model.id())
                    .isEqualTo(entry.path("effective_prompt_character_limit").intValue());
        }
    }

    @ParameterizedTest
    @EachEdition
    void marksExactlyTheInferredConstraintsOfTheReference(ApiEdition edition) throws IOException {
        for (var entry : reference(edition)) {
            var model = Catalog.of(edition).find(entry.path("id").textValue()).orElseThrow();
            var inferred = DataNodes.stringSet(entry.path("inferred"));
            for (var key : CONSTRAINT_KEYS) {
                assertThat(model.provenanceOf(key).inferred())
                        .as(model.id() + " " + key)
                        .isEqualTo(inferred.contains(key));
            }
            assertThat(model.provenance().values().stream().filter(Provenance::inferred))
                    .as(model.id())
                    .hasSize(inferred.size());
        }
    }

    private static JsonNode reference(ApiEdition edition) throws IOException {
        var file = Path.of("..", "shared", "reference", "models-" + edition.id() + ".json");
        assumeTrue(Files.exists(file), "the reference tables are not beside the project");
        return Json.read(Files.readAllBytes(file)).path("models");
    }

    private static ObjectNode wire(JsonNode entry) {
        var node = Json.object();
        for (var key : List.of("created", "id", "object", "owned_by", "type")) {
            node.set(key, entry.path(key));
        }
        var spec = node.putObject("model_spec");
        for (var key : SPEC_KEYS) {
            if (!entry.path(key).isNull()) {
                spec.set(key, entry.path(key));
            }
        }
        if (entry.path("betaModel").booleanValue()) {
            spec.put("betaModel", true);
        }
        var constraints = spec.putObject("constraints");
        for (var key : CONSTRAINT_KEYS) {
            if (!entry.path(key).isNull()) {
                constraints.set(key, entry.path(key));
            }
        }
        return (ObjectNode) Json.trusted(Json.bytes(node));
    }

    /**
     * The reference's {@code derived} object with everything that says no taken out, and one spelling for what it
     * spells differently.
     */
    private static Map<String, String> facts(JsonNode derived) {
        var facts = new TreeMap<String, String>();
        for (var fact : derived.properties()) {
            var value = fact.getValue();
            var no = value.isNull()
                    || value.asText().equals("false")
                    || value.asText().equals("0");
            if (!no && !(value.isArray() && value.isEmpty()) && !fact.getKey().equals("documented_price")) {
                facts.put(fact.getKey(), DerivedFacts.text(value));
            }
        }
        return facts;
    }
}
