package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/** Description of schemas in words, for reports of drift. */
final class SchemaDescription {

    private static final int LONGEST = 300;

    private SchemaDescription() {}

    static Set<String> of(JsonNode list) {
        var words = new LinkedHashSet<String>();
        list.forEach(word -> words.add(word.isTextual() ? word.textValue() : word.toString()));
        return words;
    }

    static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    static String said(Set<String> words, String and) {
        return words.isEmpty() ? "anything" : String.join(" " + and + " ", words);
    }

    /** Every word that came or went, in quotes as the file has them. */
    static String changedEnum(JsonNode was, JsonNode is) {
        if (was.isMissingNode() || is.isMissingNode()) {
            return was.isMissingNode() ? "now one of " + list(is) : "no longer one of " + list(was) + " alone";
        }
        var before = literals(was);
        var now = literals(is);
        var parts = new ArrayList<String>();
        if (!now.containsAll(before)) {
            parts.add("no longer " + String.join(", ", without(before, now)));
        }
        if (!before.containsAll(now)) {
            parts.add("now also " + String.join(", ", without(now, before)));
        }
        return String.join("; ", parts);
    }

    private static String list(JsonNode words) {
        return String.join(", ", literals(words));
    }

    private static Set<String> literals(JsonNode list) {
        var words = new LinkedHashSet<String>();
        list.forEach(word -> words.add(word.toString()));
        return words;
    }

    static String further(JsonNode rule) {
        return rule.isMissingNode() ? "open" : rule.isBoolean() ? "refused" : schema(rule);
    }

    /** A schema in a few words: its type, its list, its fields. */
    static String schema(JsonNode schema) {
        var text = new StringBuilder(said(of(schema.path("type")), "or"));
        if (schema.has("anyOf")) {
            text.setLength(0);
            var forms = new ArrayList<String>();
            schema.path("anyOf").forEach(form -> forms.add(schema(form)));
            text.append(String.join(", or ", forms));
        }
        if (schema.has("enum")) {
            text.append(", one of ").append(list(schema.path("enum")));
        }
        if (schema.has("properties")) {
            var names = new ArrayList<String>();
            schema.path("properties").fieldNames().forEachRemaining(names::add);
            text.append(" with ").append(String.join(", ", names));
        }
        if (schema.has("items")) {
            text.append(" of ").append(schema(schema.path("items")));
        }
        for (var cap : new String[] {
            "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "default"
        }) {
            if (schema.has(cap)) {
                text.append(", ").append(cap).append(' ').append(schema.path(cap));
            }
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "...";
    }
}
