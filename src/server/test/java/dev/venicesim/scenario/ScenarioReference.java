package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reference of the scenario file in Markdown, made from its schema: of each key what to write (the schema's titles)
 * and what it does (its descriptions).
 *
 * @param schema {@code scenario.schema.json}
 */
record ScenarioReference(JsonNode schema) {

    private static final int WIDTH = 100;

    /** Definitions with a section of their own; the others are told where they are used. */
    private static final List<String> SHARED = List.of("pace", "outcome", "when", "nth", "endpoint");

    /** Keys whose rules are long enough for a section after the others. */
    private static final Set<String> RULES = Set.of("policy", "jobs", "faults");

    String text() {
        var text = new StringBuilder("\n## Keys of a scenario\n");
        schema.path("properties").properties().stream()
                .filter(key -> !RULES.contains(key.getKey()))
                .forEach(key -> section(text, key.getKey(), key.getValue()));
        text.append("\n## Rules\n");
        schema.path("properties").properties().stream()
                .filter(key -> RULES.contains(key.getKey()))
                .forEach(key -> section(text, key.getKey(), key.getValue()));
        text.append("\n## What several keys use\n");
        SHARED.forEach(name -> section(text, name, schema.path("$defs").path(name)));
        return text.toString();
    }

    private void section(StringBuilder text, String name, JsonNode key) {
        text.append("\n### `").append(name).append("`\n\n");
        wrap(text, "", description(key));
        text.append('\n');
        wrap(text, "", form(key));
        if (!members(key).isEmpty()) {
            text.append('\n');
            members(key).properties().forEach(member -> bullet(text, "", member.getKey(), member.getValue()));
        }
    }

    private void bullet(StringBuilder text, String indent, String name, JsonNode key) {
        wrap(text, indent, "- `" + name + "`: " + description(key) + " " + form(key));
        if (shared(key).isEmpty()) {
            members(key)
                    .properties()
                    .forEach(member -> bullet(text, indent + "  ", member.getKey(), member.getValue()));
        }
    }

    /** The keys of a mapping, or of each mapping in a list. */
    private JsonNode members(JsonNode key) {
        var rule = resolved(resolved(key).path("items"));
        return rule.has("properties") ? rule.path("properties") : resolved(key).path("properties");
    }

    /** What a key does, and what the words mean that a list under it takes. */
    private String description(JsonNode key) {
        var words = Stream.of("/items", "/additionalProperties/items")
                .map(key::at)
                .filter(item -> item.has("enum"))
                .map(item -> " " + item.path("description").asText());
        return key.path("description").asText() + words.collect(Collectors.joining());
    }

    private String form(JsonNode key) {
        return shared(key).isEmpty()
                ? "Write " + resolved(key).path("title").asText().replace("*", "\\*") + "."
                : "Write what [`" + shared(key) + "`](#" + shared(key) + ") says.";
    }

    /** The section that a key refers to, or an empty text. */
    private static String shared(JsonNode key) {
        var name = key.path("$ref").asText().replace("#/$defs/", "");
        return SHARED.contains(name) ? name : "";
    }

    private JsonNode resolved(JsonNode key) {
        return key.has("$ref") ? schema.at(key.path("$ref").asText().substring(1)) : key;
    }

    private static void wrap(StringBuilder text, String indent, String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        var hanging = indent + (paragraph.startsWith("- ") ? "  " : "");
        for (var word : paragraph.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(hanging).append(word);
            } else {
                line.append(line.length() == indent.length() && lines.isEmpty() ? "" : " ")
                        .append(word);
            }
        }
        lines.add(line.toString());
        lines.forEach(whole -> text.append(whole).append('\n'));
    }
}
