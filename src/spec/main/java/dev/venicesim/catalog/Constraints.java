package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code model_spec.constraints} of a video model, as {@code GET /models} shows them. An empty list means that the
 * field is not supported.
 *
 * @param modelType {@code text-to-video}, {@code image-to-video} or {@code video}
 * @param aspectRatios literals in wire order
 * @param resolutions literals in wire order; {@code 2x} and {@code 4x} for an upscaler
 * @param durations literals in wire order; {@code Auto} where the source video decides
 * @param audio what it does about sound
 * @param videoInput whether {@code video_url} is its input
 * @param numbers the numeric keys that are present, by wire name: {@code prompt_character_limit},
 *     {@code reference_image_min_short_side_pixels}, ...
 * @param others keys of a user's own catalogue that this edition does not know, kept as they came
 */
public record Constraints(
        String modelType,
        List<String> aspectRatios,
        List<String> resolutions,
        List<String> durations,
        Audio audio,
        boolean videoInput,
        Map<String, BigDecimal> numbers,
        Map<String, JsonNode> others) {

    /**
     * The four sound keys.
     *
     * @param generated {@code audio}: whether clips have sound
     * @param configurable {@code audio_configurable}: whether the request may say so
     * @param input {@code audio_input}: whether {@code audio_url} is taken
     * @param perReference {@code per_reference_audio}
     */
    public record Audio(boolean generated, boolean configurable, boolean input, boolean perReference) {}

    /**
     * The wire's {@code prompt_character_limit}, if the model has one; see {@link ModelRules#promptLimit()} for the
     * limit that holds.
     */
    OptionalInt promptCharacterLimit() {
        var limit = Optional.ofNullable(numbers.get("prompt_character_limit"));
        return limit.map(number -> OptionalInt.of(number.intValue())).orElseGet(OptionalInt::empty);
    }

    /** One of the {@link #numbers()}, zero where the key is absent. */
    BigDecimal number(String key) {
        return numbers.getOrDefault(key, BigDecimal.ZERO);
    }
}
