package dev.venicesim.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of rule data: what a kind, a family or a single model adds to the rules.
 *
 * @param contains texts in the ids of models of no edition that take this row; {@code *} stands for any text between
 * @param constrained constraints by which models of no edition take this row, whatever their ids
 * @param optional fields that need not be there although the constraints would have it so
 * @param quoteNeeds fields that a quote needs too, although most models do without
 * @param counts fields whose entries count towards the cap of a list, and stand in for it
 * @param limits the {@code limits} object as it stands in the file, empty for none
 */
record RuleRow(
        List<String> contains,
        List<String> constrained,
        Set<RequestField> requires,
        Set<RequestField> accepts,
        Set<RequestField> refuses,
        Set<RequestField> optional,
        Set<RequestField> quoteNeeds,
        Set<RequestField> anyOf,
        Set<RequestField> audioNeeds,
        Map<RequestField, Integer> maxItems,
        Map<RequestField, Set<RequestField>> counts,
        Map<RequestField, List<String>> sourceMatched,
        Map<RequestField, String> defaults,
        UserFileObject limits,
        Set<ModelTrait> traits,
        boolean ignoresDuration,
        Map<String, String> sources) {

    /** What a row may say, whatever else the object says that holds it. */
    static final Set<String> KEYS = Set.of(
            "contains",
            "constrained",
            "requires",
            "accepts",
            "refuses",
            "optional",
            "quoteNeeds",
            "anyOf",
            "audioNeeds",
            "maxItems",
            "counts",
            "sourceMatched",
            "defaults",
            "limits",
            "traits",
            "duration",
            "sources");

    /**
     * Reads a row.
     *
     * @throws IllegalArgumentException naming the JSON pointer of what is not as it should be
     */
    static RuleRow of(UserFileObject row) {
        var limits = row.part("limits");
        LimitsReader.lay(limits, MediaLimits.NONE);
        return new RuleRow(
                row.texts("contains"),
                row.texts("constrained"),
                inputs(row, "requires"),
                inputs(row, "accepts"),
                inputs(row, "refuses"),
                inputs(row, "optional"),
                inputs(row, "quoteNeeds"),
                inputs(row, "anyOf"),
                inputs(row, "audioNeeds"),
                byInput(row.part("maxItems"), field -> row.part("maxItems").integer(field)),
                byInput(row.part("counts"), field -> inputs(row.part("counts"), field)),
                byInput(row.part("sourceMatched"), row.part("sourceMatched")::texts),
                byInput(row.part("defaults"), row.part("defaults")::text),
                limits,
                traits(row),
                ignoresDuration(row),
                DataNodes.texts(row.part("sources").node()));
    }

    boolean isFor(String id) {
        return contains.stream().anyMatch(text -> new Glob("*" + text + "*").matches(id));
    }

    boolean isFor(String id, Constraints constraints) {
        return isFor(id) || constrained.stream().anyMatch(constraints.others()::containsKey);
    }

    /** Whether a model needs more than its type to take this row. */
    boolean isNarrow() {
        return !contains.isEmpty() || !constrained.isEmpty();
    }

    private static Set<RequestField> inputs(UserFileObject row, String key) {
        var inputs = EnumSet.noneOf(RequestField.class);
        row.texts(key).forEach(field -> inputs.add(input(row, key, field)));
        return Collections.unmodifiableSet(inputs);
    }

    private static <V> Map<RequestField, V> byInput(UserFileObject part, Function<String, V> value) {
        var values = new LinkedHashMap<RequestField, V>();
        part.keys().forEach(field -> values.put(input(part, field, field), value.apply(field)));
        return Collections.unmodifiableMap(values);
    }

    private static RequestField input(UserFileObject at, String key, String field) {
        return RequestField.find(field)
                .orElseThrow(() -> new IllegalArgumentException(at.pointer() + "/" + key + ": \"" + field
                        + "\" is no field of a queue request that models differ in"));
    }

    private static Set<ModelTrait> traits(UserFileObject row) {
        var traits = EnumSet.noneOf(ModelTrait.class);
        for (var label : row.texts("traits")) {
            traits.add(ModelTrait.find(label)
                    .orElseThrow(() -> new IllegalArgumentException(row.pointer() + "/traits: no trait is called \""
                            + label + "\"; there are " + List.of(ModelTrait.values()))));
        }
        return Collections.unmodifiableSet(traits);
    }

    private static boolean ignoresDuration(UserFileObject row) {
        if (row.has("duration") && !row.text("duration").equals("ignored")) {
            throw row.refuse("duration", "ignored, or nothing");
        }
        return row.has("duration");
    }
}
