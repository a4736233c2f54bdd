package dev.venicesim.catalog;

import dev.venicesim.error.Verified;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model makes of each field of a queue request, beyond the constraints it publishes.
 *
 * @param kind what it makes a video from
 * @param required fields a queue request must have
 * @param accepted fields a queue request may have; holds the required ones
 * @param anyOf at least one of these must be there; empty for no such rule
 * @param audioNeeds sound references need at least one of these beside them; empty for no such rule
 * @param promptLimit the longest prompt in characters
 * @param durationMode what becomes of {@code duration}
 * @param maxItems how many entries each list takes
 * @param sourceMatched literals of {@code duration} and {@code aspect_ratio} that take the value of the reference video
 * @param defaults what a missing field stands for
 * @param limits of the media
 * @param traits how its jobs are handled
 */
public record Rules(
        Kind kind,
        Set<Input> required,
        Set<Input> accepted,
        Set<Input> anyOf,
        Set<Input> audioNeeds,
        int promptLimit,
        DurationMode durationMode,
        Map<Input, Integer> maxItems,
        Map<Input, List<String>> sourceMatched,
        Map<Input, String> defaults,
        Limits limits,
        Set<Trait> traits) {

    /** The prompt limit of a model that publishes none. */
    @Verified(on = "2026-08-21", source = "OpenAPI video model constraints; api-facts 1.7")
    public static final int DEFAULT_PROMPT_LIMIT = 2500;

    public boolean requires(Input input) {
        return required.contains(input);
    }

    public boolean accepts(Input input) {
        return accepted.contains(input);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** How many entries a list field takes; 0 if the model does not take it. */
    public int maxItems(Input input) {
        return maxItems.getOrDefault(input, 0);
    }

    /** The literals of a field that take the reference video's own value; empty for most. */
    public List<String> sourceMatched(Input input) {
        return sourceMatched.getOrDefault(input, List.of());
    }

    /** What a missing field stands for, where it stands for something. */
    public Optional<String> defaultOf(Input input) {
        return Optional.ofNullable(defaults.get(input));
    }
}
