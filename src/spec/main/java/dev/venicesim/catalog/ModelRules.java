package dev.venicesim.catalog;

import dev.venicesim.api.Verified;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of a model: what it makes of each field of a queue request, beyond the constraints it publishes.
 *
 * @param kind what it makes a video from
 * @param required fields a queue request must have
 * @param accepted fields a queue request may have; holds the required ones
 * @param anyOf at least one of these must be there; empty for no such rule
 * @param audioNeeds sound references need at least one of these beside them; empty for no such rule
 * @param quoteNeeds fields that a quote needs too, although most models do without
 * @param promptLimit the longest prompt in characters
 * @param durationMode what becomes of {@code duration}
 * @param maxItems how many entries each list takes
 * @param counts fields whose entries count towards the cap of a list, and stand in for it
 * @param sourceMatched literals of {@code duration} and {@code aspect_ratio} that take the value of the reference video
 * @param defaults what a missing field stands for
 * @param limits of the media
 * @param traits how its jobs are handled
 */
public record ModelRules(
        ModelKind kind,
        Set<RequestField> required,
        Set<RequestField> accepted,
        Set<RequestField> anyOf,
        Set<RequestField> audioNeeds,
        Set<RequestField> quoteNeeds,
        int promptLimit,
        DurationMode durationMode,
        Map<RequestField, Integer> maxItems,
        Map<RequestField, Set<RequestField>> counts,
        Map<RequestField, List<String>> sourceMatched,
        Map<RequestField, String> defaults,
        MediaLimits limits,
        Set<ModelTrait> traits) {

    /** The prompt limit of a model that publishes none. */
    @Verified(on = "2026-08-21", source = "docs/api/models.md#constraints-of-a-video-model")
    public static final int DEFAULT_PROMPT_LIMIT = 2500;

    public boolean requires(RequestField input) {
        return required.contains(input);
    }

    public boolean accepts(RequestField input) {
        return accepted.contains(input);
    }

    public boolean has(ModelTrait trait) {
        return traits.contains(trait);
    }

    /** How many entries a list field takes; 0 if the model does not take it. */
    public int maxItems(RequestField input) {
        return maxItems.getOrDefault(input, 0);
    }

    /** The fields whose entries count as those of a list; none for most. */
    public Set<RequestField> countedWith(RequestField input) {
        return counts.getOrDefault(input, Set.of());
    }

    /** The literals of a field that take the reference video's own value; empty for most. */
    public List<String> sourceMatched(RequestField input) {
        return sourceMatched.getOrDefault(input, List.of());
    }

    /** What a missing field stands for, where it stands for something. */
    public Optional<String> defaultOf(RequestField input) {
        return Optional.ofNullable(defaults.get(input));
    }
}
