package dev.venicesim.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derivation of a model's rules from its constraints and its rows. The constraints come first:
 *
 * <ul>
 *   <li>{@code prompt} is required;
 *   <li>{@code duration} is required where durations are listed, unless the list is {@code Auto};
 *   <li>{@code aspect_ratio} is required where ratios are listed and refused where not;
 *   <li>{@code resolution} is accepted where resolutions are listed, {@code audio} where it is configurable,
 *       {@code audio_url} with {@code audio_input};
 *   <li>{@code video_url} is required with {@code video_input};
 *   <li>the resolution of a request that names none is 720p if listed, else the first listed;
 *   <li>{@code reference_image_*} bounds become limits of images.
 * </ul>
 *
 * Then each row adds to them, in order: its kind's, the shared ones, its own. A later row's {@code maxItems},
 * {@code counts}, {@code anyOf}, {@code audioNeeds}, limits and defaults replace an earlier row's; a list that takes at
 * least one entry is accepted; what {@code refuses} names is taken away; what {@code optional} names need not be there.
 */
final class RulesDerivation {

    private final Constraints constraints;
    private final EnumSet<RequestField> required = EnumSet.of(RequestField.PROMPT);
    private final EnumSet<RequestField> accepted = EnumSet.of(RequestField.DURATION);
    private final EnumSet<RequestField> refused = EnumSet.noneOf(RequestField.class);
    private final EnumSet<RequestField> quoteNeeds = EnumSet.noneOf(RequestField.class);
    private final EnumSet<RequestField> optional = EnumSet.noneOf(RequestField.class);
    private final EnumMap<RequestField, Integer> maxItems = new EnumMap<>(RequestField.class);
    private final EnumMap<RequestField, Set<RequestField>> counts = new EnumMap<>(RequestField.class);
    private final EnumMap<RequestField, List<String>> sourceMatched = new EnumMap<>(RequestField.class);
    private final EnumMap<RequestField, String> defaults = new EnumMap<>(RequestField.class);
    private final EnumSet<ModelTrait> traits = EnumSet.noneOf(ModelTrait.class);
    private Set<RequestField> anyOf = Set.of();
    private Set<RequestField> audioNeeds = Set.of();
    private DurationMode duration = DurationMode.LISTED;
    private MediaLimits limits;

    private RulesDerivation(Constraints constraints) {
        this.constraints = constraints;
        this.limits = LimitsReader.of(constraints);
    }

    static ModelRules derive(ModelKind kind, Constraints constraints, List<RuleRow> rows) {
        var derivation = new RulesDerivation(constraints);
        derivation.readConstraints();
        rows.forEach(derivation::add);
        return derivation.rules(kind);
    }

    private void readConstraints() {
        if (constraints.durations().equals(List.of("Auto"))) {
            duration = DurationMode.FROM_SOURCE;
        } else if (!constraints.durations().isEmpty()) {
            required.add(RequestField.DURATION);
        }
        if (!constraints.aspectRatios().isEmpty()) {
            required.add(RequestField.ASPECT_RATIO);
        }
        if (!constraints.resolutions().isEmpty()) {
            accepted.add(RequestField.RESOLUTION);
            defaults.put(RequestField.RESOLUTION, usualResolution(constraints.resolutions()));
        }
        if (constraints.audio().configurable()) {
            accepted.add(RequestField.AUDIO);
        }
        if (constraints.audio().input()) {
            accepted.add(RequestField.AUDIO_URL);
        }
        if (constraints.videoInput()) {
            required.add(RequestField.VIDEO_URL);
        }
    }

    private static String usualResolution(List<String> listed) {
        return listed.contains("720p") ? "720p" : listed.get(0);
    }

    /** What the constraint {@code enhancement} says of a model weighs more than what is said of its kind. */
    private void readEnhancement() {
        if (EnhancementChoices.says(constraints, RequestField.PROMPT, true)) {
            refused.remove(RequestField.PROMPT);
            optional.add(RequestField.PROMPT);
            accepted.add(RequestField.PROMPT);
        }
        if (EnhancementChoices.says(constraints, RequestField.H264_OUTPUT, false)) {
            refused.add(RequestField.H264_OUTPUT);
        }
    }

    private void add(RuleRow row) {
        required.addAll(row.requires());
        accepted.addAll(row.accepts());
        refused.addAll(row.refuses());
        optional.addAll(row.optional());
        accepted.addAll(row.optional());
        counts.putAll(row.counts());
        quoteNeeds.addAll(row.quoteNeeds());
        anyOf = row.anyOf().isEmpty() ? anyOf : row.anyOf();
        audioNeeds = row.audioNeeds().isEmpty() ? audioNeeds : row.audioNeeds();
        maxItems.putAll(row.maxItems());
        sourceMatched.putAll(row.sourceMatched());
        defaults.putAll(row.defaults());
        traits.addAll(row.traits());
        limits = LimitsReader.lay(row.limits(), limits);
        if (row.ignoresDuration()) {
            duration = DurationMode.IGNORED;
        }
    }

    private ModelRules rules(ModelKind kind) {
        readEnhancement();
        maxItems.values().removeIf(count -> count == 0);
        accepted.addAll(maxItems.keySet());
        counts.keySet().retainAll(maxItems.keySet());
        counts.values().forEach(accepted::addAll);
        required.removeAll(refused);
        required.removeAll(optional);
        accepted.addAll(required);
        accepted.removeAll(refused);
        defaults.keySet().retainAll(accepted);
        return new ModelRules(
                kind,
                fixed(required),
                fixed(accepted),
                acceptedOf(anyOf),
                acceptedOf(audioNeeds),
                acceptedOf(quoteNeeds),
                constraints.promptCharacterLimit().orElse(ModelRules.DEFAULT_PROMPT_LIMIT),
                duration,
                fixed(maxItems),
                fixed(counts),
                fixed(sourceMatched),
                fixed(defaults),
                limits,
                Collections.unmodifiableSet(traits));
    }

    private Set<RequestField> acceptedOf(Set<RequestField> inputs) {
        var some = EnumSet.noneOf(RequestField.class);
        some.addAll(inputs);
        some.retainAll(accepted);
        return fixed(some);
    }

    private static Set<RequestField> fixed(EnumSet<RequestField> inputs) {
        return Collections.unmodifiableSet(inputs);
    }

    private static <V> Map<RequestField, V> fixed(EnumMap<RequestField, V> values) {
        return Collections.unmodifiableMap(values);
    }
}
