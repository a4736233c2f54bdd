package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsReplyTest {

    private static final ModelsReply JUNE = new ModelsReply(Catalog.of(TestEditions.JUNE));
    private static final ModelsReply AUGUST = new ModelsReply(Catalog.of(TestEditions.AUGUST));

    @Test
    void listsVideoModelsForVideoAndForAll() {
        assertThat(json(AUGUST.models("video")).path("data")).hasSize(116);
        assertThat(json(AUGUST.models("all")).path("data")).hasSize(116);
        assertThat(json(AUGUST.models("all")).path("type").textValue()).isEqualTo("all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "image", "asr", "code"})
    void listsNothingForTypesThatAreNotSimulated(String type) {
        var reply = json(JUNE.models(type));
        assertThat(reply.path("data").isArray()).isTrue();
        assertThat(reply.path("data")).isEmpty();
        assertThat(reply.path("object").textValue()).isEqualTo("list");
        assertThat(reply.path("type").textValue()).isEqualTo(type);
    }

    @Test
    void knowsNoOtherTypes() {
        assertThat(JUNE.models("gif")).isEmpty();
        assertThat(JUNE.traits("all")).isEmpty();
        assertThat(JUNE.compatibilityMapping("code")).isEmpty();
    }

    @Test
    void leavesKeysOutThatTheWireLeavesOut() {
        var model = find("grok-imagine-text-to-video");
        assertThat(model.fieldNames())
                .toIterable()
                .containsExactly("created", "id", "model_spec", "object", "owned_by", "type");
        assertThat(model.path("model_spec").fieldNames())
                .toIterable()
                .containsExactly("name", "privacy", "traits", "constraints");
        assertThat(model.path("model_spec").path("constraints").has("prompt_character_limit"))
                .isFalse();
    }

    @Test
    void showsTheAnnouncedEndOfAModel() {
        var end = find("sora-2-text-to-video").path("model_spec").path("deprecation");
        assertThat(end.path("removesAt").textValue()).isEqualTo("2026-09-24T00:00:00.000Z");
        assertThat(end.path("autoRemap").booleanValue()).isFalse();
    }

    @Test
    void mapsNoTraitsOfVideoModels() {
        assertThat(json(AUGUST.traits("video")).path("data")).isEmpty();
        assertThat(json(AUGUST.compatibilityMapping("video")).path("data")).isEmpty();
        assertThat(json(AUGUST.traits("text")).path("data").path("default").textValue())
                .isEqualTo("zai-org-glm-5-2");
        assertThat(json(JUNE.traits("text")).path("data")).isEmpty();
    }

    private static JsonNode find(String id) {
        for (var model : json(JUNE.models("video")).path("data")) {
            if (model.path("id").textValue().equals(id)) {
                return model;
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    private static JsonNode json(Optional<byte[]> reply) {
        return Json.trusted(reply.orElseThrow());
    }
}
