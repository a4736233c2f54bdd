package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One row of rule data: what a kind, a family or a single model adds to the rules.
 *
 * @param contains texts in the ids of models of no edition that take this row
 * @param limits the {@code limits} object as it stands in the file, empty for none
 */
record RuleRow(
        List<String> contains,
        Set<Input> requires,
        Set<Input> accepts,
        Set<Input> refuses,
        Set<Input> anyOf,
        Set<Input> audioNeeds,
        Map<Input, Integer> maxItems,
        Map<Input, List<String>> sourceMatched,
        Map<Input, String> defaults,
        JsonNode limits,
        Set<Trait> traits,
        boolean ignoresDuration,
        Map<String, String> sources) {

    static RuleRow of(JsonNode row) {
        var traits = EnumSet.noneOf(Trait.class);
        for (var label : row.path("traits")) {
            traits.add(Trait.find(label.textValue()).orElseThrow());
        }
        return new RuleRow(
                Nodes.strings(row.path("contains")),
                Nodes.inputs(row.path("requires")),
                Nodes.inputs(row.path("accepts")),
                Nodes.inputs(row.path("refuses")),
                Nodes.inputs(row.path("anyOf")),
                Nodes.inputs(row.path("audioNeeds")),
                Nodes.map(row.path("maxItems"), Nodes::input, JsonNode::intValue),
                Nodes.map(row.path("sourceMatched"), Nodes::input, Nodes::strings),
                Nodes.map(row.path("defaults"), Nodes::input, JsonNode::textValue),
                row.path("limits"),
                traits,
                row.path("duration").asText().equals("ignored"),
                Nodes.texts(row.path("sources")));
    }

    boolean isFor(String id) {
        return contains.stream().anyMatch(id::contains);
    }
}
