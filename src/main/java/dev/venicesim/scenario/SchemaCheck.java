package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks a document against {@code scenario.schema.json}; the schema's own descriptions say what to write instead. */
final class SchemaCheck {

    private static final String RESOURCE = "/dev/venicesim/schemas/scenario.schema.json";
    private static final int MAX_QUOTED = 60;

    private final JsonNode schema;
    private final Schema compiled;

    SchemaCheck() {
        this.schema = resource();
        this.compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /** Everything the schema refuses, in the order of the file. */
    List<Problem> problems(Source source) {
        return compiled.validate(source.root()).stream()
                .map(error -> problem(source, error))
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private Problem problem(Source source, Error error) {
        var pointer = pointer(error.getInstanceLocation());
        var trail = trail(error);
        var fix = "write " + description(trail);
        if (trail.contains("oneOf")) {
            return source.problem(pointer, Source.path(pointer) + " names no fault, or more than one", fix);
        }
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(source, pointer, error, trail);
            case "required" ->
                source.problem(pointer, Source.path(pointer) + " lacks \"" + error.getProperty() + "\"", fix);
            default -> source.problem(pointer, Source.path(pointer) + " is " + quoted(error), fix);
        };
    }

    private Problem unknownKey(Source source, String pointer, Error error, List<String> trail) {
        var key = String.valueOf(error.getProperty());
        var known = new ArrayList<String>();
        walk(trail.subList(0, trail.size() - 1)).path("properties").fieldNames().forEachRemaining(known::add);
        var fix = Nearest.to(key, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "there are " + String.join(", ", known));
        var where = pointer.isEmpty() ? "" : " in " + Source.path(pointer);
        return source.keyProblem(Source.child(pointer, key), "unknown key \"" + key + "\"" + where, fix);
    }

    private static String quoted(Error error) {
        var text = String.valueOf(error.getInstanceNode());
        return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text;
    }

    private static String pointer(com.networknt.schema.path.NodePath path) {
        var pointer = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = Source.child(pointer, path.getName(i));
        }
        return pointer;
    }

    private static List<String> trail(Error error) {
        var path = error.getEvaluationPath();
        var trail = new ArrayList<String>();
        for (int i = 0; i < path.getNameCount(); i++) {
            trail.add(path.getName(i));
        }
        return trail;
    }

    private String description(List<String> trail) {
        var found = "";
        for (int length = 0; length <= trail.size(); length++) {
            found = walk(trail.subList(0, length)).path("description").asText(found);
        }
        return found;
    }

    private JsonNode walk(List<String> trail) {
        var node = schema;
        for (var step : trail) {
            node = step.equals("$ref")
                    ? schema.at(node.path("$ref").asText().substring(1))
                    : node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    private static JsonNode resource() {
        try (var in = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            return Json.trusted(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
