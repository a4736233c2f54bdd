package dev.venicesim.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a model's rules from its constraints and its rows. The constraints come first:
 *
 * <ul>
 *   <li>{@code prompt} is required;
 *   <li>{@code duration} is required where durations are listed, unless the list is {@code Auto};
 *   <li>{@code aspect_ratio} is required where ratios are listed and refused where not;
 *   <li>{@code resolution} is accepted where resolutions are listed, {@code audio} where it is configurable, {@code audio_url} with {@code audio_input};
 *   <li>{@code video_url} is required with {@code video_input};
 *   <li>the resolution of a request that names none is 720p if listed, else the first listed;
 *   <li>{@code reference_image_*} bounds become limits of images.
 * </ul>
 *
 * Then each row adds to them, in order: its kind's, the shared ones, its own. A later row's {@code maxItems}, {@code anyOf},
 * {@code audioNeeds}, limits and defaults replace an earlier row's; a list that takes at least one entry is accepted; what
 * {@code refuses} names is taken away.
 */
final class RulesDerivation {

    private final Constraints constraints;
    private final EnumSet<Input> required = EnumSet.of(Input.PROMPT);
    private final EnumSet<Input> accepted = EnumSet.of(Input.DURATION);
    private final EnumSet<Input> refused = EnumSet.noneOf(Input.class);
    private final EnumMap<Input, Integer> maxItems = new EnumMap<>(Input.class);
    private final EnumMap<Input, List<String>> sourceMatched = new EnumMap<>(Input.class);
    private final EnumMap<Input, String> defaults = new EnumMap<>(Input.class);
    private final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    private Set<Input> anyOf = Set.of();
    private Set<Input> audioNeeds = Set.of();
    private DurationMode duration = DurationMode.LISTED;
    private Limits limits;

    private RulesDerivation(Constraints constraints) {
        this.constraints = constraints;
        this.limits = LimitsReader.of(constraints);
    }

    static Rules derive(Kind kind, Constraints constraints, List<RuleRow> rows) {
        var derivation = new RulesDerivation(constraints);
        derivation.readConstraints();
        rows.forEach(derivation::add);
        return derivation.rules(kind);
    }

    private void readConstraints() {
        if (constraints.durations().equals(List.of("Auto"))) {
            duration = DurationMode.FROM_SOURCE;
        } else if (!constraints.durations().isEmpty()) {
            required.add(Input.DURATION);
        }
        if (!constraints.aspectRatios().isEmpty()) {
            required.add(Input.ASPECT_RATIO);
        }
        if (!constraints.resolutions().isEmpty()) {
            accepted.add(Input.RESOLUTION);
            defaults.put(Input.RESOLUTION, usualResolution(constraints.resolutions()));
        }
        if (constraints.audio().configurable()) {
            accepted.add(Input.AUDIO);
        }
        if (constraints.audio().input()) {
            accepted.add(Input.AUDIO_URL);
        }
        if (constraints.videoInput()) {
            required.add(Input.VIDEO_URL);
        }
    }

    private static String usualResolution(List<String> listed) {
        return listed.contains("720p") ? "720p" : listed.get(0);
    }

    private void add(RuleRow row) {
        required.addAll(row.requires());
        accepted.addAll(row.accepts());
        refused.addAll(row.refuses());
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

    private Rules rules(Kind kind) {
        maxItems.values().removeIf(count -> count == 0);
        accepted.addAll(maxItems.keySet());
        required.removeAll(refused);
        accepted.addAll(required);
        accepted.removeAll(refused);
        defaults.keySet().retainAll(accepted);
        return new Rules(
                kind,
                fixed(required),
                fixed(accepted),
                acceptedOf(anyOf),
                acceptedOf(audioNeeds),
                constraints.promptCharacterLimit().orElse(Rules.DEFAULT_PROMPT_LIMIT),
                duration,
                fixed(maxItems),
                fixed(sourceMatched),
                fixed(defaults),
                limits,
                Collections.unmodifiableSet(traits));
    }

    private Set<Input> acceptedOf(Set<Input> inputs) {
        var some = EnumSet.noneOf(Input.class);
        some.addAll(inputs);
        some.retainAll(accepted);
        return fixed(some);
    }

    private static Set<Input> fixed(EnumSet<Input> inputs) {
        return Collections.unmodifiableSet(inputs);
    }

    private static <V> Map<Input, V> fixed(EnumMap<Input, V> values) {
        return Collections.unmodifiableMap(values);
    }
}
