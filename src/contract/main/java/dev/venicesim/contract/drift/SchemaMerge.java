package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Merge of canonical schemas: all of them, or any of them. */
final class SchemaMerge {

    private SchemaMerge() {}

    /** What satisfies both. */
    static ObjectNode both(ObjectNode one, ObjectNode other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other.deepCopy() : one.deepCopy();
        }
        if (one.has("anyOf") || other.has("anyOf")) {
            var each = new ArrayList<ObjectNode>();
            flat(one).forEach(left -> flat(other).forEach(right -> each.add(both(left, right))));
            return alternatives(each);
        }
        var result = one.deepCopy();
        other.properties().forEach(entry -> {
            var there = result.path(entry.getKey());
            result.set(
                    entry.getKey(),
                    there.isMissingNode()
                            ? entry.getValue().deepCopy()
                            : keyword(entry.getKey(), there, entry.getValue()));
        });
        return result;
    }

    private static JsonNode keyword(String name, JsonNode one, JsonNode other) {
        return switch (name) {
            case "properties" -> fields((ObjectNode) one, (ObjectNode) other);
            case "items" -> both((ObjectNode) one, (ObjectNode) other);
            case "required" -> sorted(joined(one, other));
            case "enum", "type" -> common(one, other);
            case "minimum", "exclusiveMinimum", "minLength", "minItems" -> lower(one, other) ? other : one;
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems" -> lower(one, other) ? one : other;
            default -> other;
        };
    }

    private static ObjectNode fields(ObjectNode one, ObjectNode other) {
        var result = one.deepCopy();
        other.properties()
                .forEach(field -> result.set(
                        field.getKey(),
                        result.path(field.getKey()) instanceof ObjectNode there
                                ? both(there, (ObjectNode) field.getValue())
                                : field.getValue()));
        return result;
    }

    /** The alternatives of a schema; itself if it is the only one. */
    static List<ObjectNode> flat(ObjectNode schema) {
        if (!(schema.path("anyOf") instanceof ArrayNode list)) {
            return List.of(schema);
        }
        var flat = new ArrayList<ObjectNode>();
        list.forEach(one -> flat.add((ObjectNode) one));
        return flat;
    }

    /** What satisfies any; one schema again where only one form is left, or one and {@code null}. */
    static ObjectNode alternatives(List<ObjectNode> each) {
        var left = new ArrayList<>(new LinkedHashSet<>(each));
        var nullable = left.removeIf(one -> one.size() == 1
                && one.at("/type/0").asText().equals("null")
                && one.path("type").size() == 1);
        lists(left);
        if (nullable) {
            left.forEach(one -> one.set(
                    "type",
                    sorted(joined(
                            one.path("type"), Json.mapper().createArrayNode().add("null")))));
        }
        if (left.size() == 1) {
            return left.get(0);
        }
        var list = Json.mapper().createArrayNode();
        left.forEach(list::add);
        return Json.object().set("anyOf", list);
    }

    /** Lists of words beside each other are one list, and none at all beside their whole type. */
    private static void lists(List<ObjectNode> left) {
        var lists = left.stream()
                .filter(one -> one.size() == 2 && one.has("enum") && one.has("type"))
                .toList();
        var whole =
                left.stream().filter(one -> one.size() == 1 && one.has("type")).toList();
        left.removeAll(lists);
        var rest = lists.stream()
                .filter(list ->
                        whole.stream().noneMatch(type -> type.path("type").equals(list.path("type"))))
                .toList();
        if (!rest.isEmpty()) {
            left.add(0, enums(rest));
        }
    }

    private static ObjectNode enums(List<ObjectNode> each) {
        var types = new TreeSet<String>();
        var words = new LinkedHashSet<JsonNode>();
        each.forEach(one -> {
            one.path("type").forEach(type -> types.add(type.asText()));
            one.path("enum").forEach(words::add);
        });
        var result = Json.object();
        types.forEach(result.putArray("type")::add);
        words.forEach(result.putArray("enum")::add);
        return result;
    }

    static ArrayNode sorted(Iterable<JsonNode> names) {
        var sorted = new TreeSet<String>();
        names.forEach(name -> sorted.add(name.asText()));
        var list = Json.mapper().createArrayNode();
        sorted.forEach(list::add);
        return list;
    }

    private static Set<JsonNode> joined(JsonNode one, JsonNode other) {
        var all = new LinkedHashSet<JsonNode>();
        one.forEach(all::add);
        other.forEach(all::add);
        return all;
    }

    private static ArrayNode common(JsonNode one, JsonNode other) {
        var there = new LinkedHashSet<JsonNode>();
        other.forEach(there::add);
        var list = Json.mapper().createArrayNode();
        one.forEach(word -> {
            if (there.contains(word)) {
                list.add(word);
            }
        });
        return list;
    }

    private static boolean lower(JsonNode one, JsonNode other) {
        return one.decimalValue().compareTo(other.decimalValue()) < 0;
    }
}
