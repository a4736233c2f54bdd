package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Differences that our schemas have from the API's file on purpose, from {@code schemas/differences.json}. Each entry
 * says what the file has in that place, so that only what moved since then is drift, not what was always so.
 */
final class KnownDifferences {

    /** In place of a schema: the file has one here, of which the simulator knows nothing. */
    static final String UNREAD = "x-unread";

    /** In a schema: forms that stand beside it in the file are of things the simulator does not list. */
    static final String OTHERS = "x-other-forms";

    private final List<Entry> entries;

    private record Entry(String schema, String at, Pattern pattern, JsonNode file) {}

    private KnownDifferences(List<Entry> entries) {
        this.entries = entries;
    }

    static KnownDifferences of(ApiEdition edition, JsonNode list) {
        var entries = new ArrayList<Entry>();
        for (var entry : list) {
            if (entry.path("edition").asText(edition.id()).equals(edition.id())) {
                entry.path("at").forEach(at -> entries.add(entry(entry, at.asText())));
            }
        }
        return new KnownDifferences(entries);
    }

    private static Entry entry(JsonNode json, String at) {
        var pattern = Pattern.compile(Pattern.quote(at).replace("*", "\\E.*\\Q"));
        return new Entry(json.path("schema").asText(), at, pattern, json.path("file"));
    }

    /** A schema of ours as the API's file of the edition has it. */
    JsonNode asFile(String schema, JsonNode ours) {
        var mine =
                entries.stream().filter(entry -> entry.schema().equals(schema)).toList();
        return mine.isEmpty() ? ours : new KnownDifferences(mine).changed("", ours);
    }

    private JsonNode changed(String at, JsonNode node) {
        var whole = find(at + "*");
        if (whole.isPresent()) {
            return whole.get().file();
        }
        if (node instanceof ArrayNode list) {
            var copy = Json.mapper().createArrayNode();
            list.forEach(entry -> copy.add(changed(at + "/" + copy.size(), entry)));
            return copy;
        }
        return node instanceof ObjectNode object ? schema(at, object) : node;
    }

    private ObjectNode schema(String at, ObjectNode object) {
        var copy = Json.object();
        object.properties().forEach(entry -> {
            var key = entry.getKey();
            if (key.equals("properties")) {
                copy.set(key, fields(at + "/properties", entry.getValue()));
            } else if (matching(at + "/" + key + " ours-only").isEmpty()) {
                var known = matching(at + " " + key);
                copy.set(key, known.map(Entry::file).orElseGet(() -> changed(at + "/" + key, entry.getValue())));
            }
        });
        entries.stream()
                .filter(entry ->
                        entry.at().startsWith(at + " ") && !entry.file().isMissingNode())
                .forEach(entry -> copy.set(entry.at().substring(at.length() + 1), entry.file()));
        copy.properties().removeIf(entry -> entry.getValue().isMissingNode());
        return copy;
    }

    private ObjectNode fields(String at, JsonNode fields) {
        var copy = Json.object();
        fields.properties().stream()
                .filter(field -> find(at + "/" + field.getKey() + "*").isPresent()
                        || matching(at + "/" + field.getKey() + " ours-only").isEmpty())
                .forEach(field -> copy.set(field.getKey(), changed(at + "/" + field.getKey(), field.getValue())));
        for (var entry : entries) {
            if (entry.at().startsWith(at + "/") && entry.at().endsWith(" theirs-only")) {
                var field = entry.at().substring(at.length() + 1, entry.at().length() - " theirs-only".length());
                if (!field.contains("/") && !field.contains("*")) {
                    copy.putObject(field).put(UNREAD, true);
                }
            }
        }
        return copy;
    }

    private Optional<Entry> find(String at) {
        return entries.stream().filter(entry -> entry.at().equals(at)).findFirst();
    }

    private Optional<Entry> matching(String line) {
        return entries.stream()
                .filter(entry -> entry.pattern().matcher(line).matches())
                .findFirst();
    }
}
