package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** A document that was read, and where in its file each part stands. */
final class ParsedDocument {

    private record Place(int line, int column) {}

    private final String file;
    private final JsonNode root;
    private final Map<String, Place> values = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();

    ParsedDocument(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    private ParsedDocument(ParsedDocument positions, JsonNode root) {
        this(positions.file, root);
        values.putAll(positions.values);
        keys.putAll(positions.keys);
    }

    ParsedDocument with(JsonNode document) {
        return new ParsedDocument(this, document);
    }

    String file() {
        return file;
    }

    JsonNode root() {
        return root;
    }

    void value(String pointer, int line, int column) {
        values.put(pointer, new Place(line, column));
    }

    void key(String pointer, int line, int column) {
        keys.put(pointer, new Place(line, column));
    }

    /** What is wrong with the value at a JSON pointer. */
    ScenarioProblem problem(String pointer, String what, String fix) {
        return at(nearest(values, pointer), what, fix);
    }

    /** What is wrong with the key at a JSON pointer. */
    ScenarioProblem keyProblem(String pointer, String what, String fix) {
        var place = keys.get(pointer);
        return place == null ? problem(pointer, what, fix) : at(place, what, fix);
    }

    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** A pointer as people write it: {@code jobs[0].when.model}. */
    static String path(String pointer) {
        return pointer.isEmpty()
                ? "the scenario"
                : pointer.substring(1)
                        .replaceAll("(?:^|/)(\\d+)(?=/|$)", "[$1]")
                        .replace('/', '.')
                        .replace("~1", "/")
                        .replace("~0", "~");
    }

    private ScenarioProblem at(Place place, String what, String fix) {
        return new ScenarioProblem(file, place.line(), place.column(), what, fix);
    }

    private static Place nearest(Map<String, Place> places, String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return places.getOrDefault("", new Place(1, 1));
    }
}
