package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.error.NearestName;
import dev.venicesim.json.Json;
import dev.venicesim.scenario.SchemaWalk.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Check of a document against {@code scenario.schema.json}. The schema's titles say what to write instead; its
 * descriptions say what a value does, and are for people.
 */
final class SchemaCheck {

    private static final String RESOURCE = "/dev/venicesim/schemas/scenario.schema.json";
    private static final int MAX_QUOTED = 60;

    private final SchemaWalk schema = new SchemaWalk(resource());

    /** Everything the schema refuses, in the order of the file. */
    List<ScenarioProblem> problems(ParsedDocument source) {
        return schema.complaints(source.root()).stream()
                .map(complaint -> problem(source, complaint))
                .distinct()
                .sorted(Comparator.comparingInt(ScenarioProblem::line).thenComparingInt(ScenarioProblem::column))
                .toList();
    }

    private static ScenarioProblem problem(ParsedDocument source, Complaint complaint) {
        var pointer = complaint.pointer();
        var fix = "write " + complaint.title();
        return switch (complaint.keyword()) {
            case "oneOf" ->
                source.problem(pointer, ParsedDocument.path(pointer) + " names no fault, or more than one", fix);
            case "additionalProperties" -> unknownKey(source, complaint);
            case "required" ->
                source.problem(pointer, ParsedDocument.path(pointer) + " lacks \"" + complaint.key() + "\"", fix);
            default -> source.problem(pointer, ParsedDocument.path(pointer) + " is " + quoted(complaint), fix);
        };
    }

    private static ScenarioProblem unknownKey(ParsedDocument source, Complaint complaint) {
        var pointer = complaint.pointer();
        var key = complaint.key();
        var known = new ArrayList<String>();
        complaint.schema().path("properties").fieldNames().forEachRemaining(known::add);
        var fix = NearestName.to(key, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "there are " + String.join(", ", known));
        var where = pointer.isEmpty() ? "" : " in " + ParsedDocument.path(pointer);
        return source.keyProblem(ParsedDocument.child(pointer, key), "unknown key \"" + key + "\"" + where, fix);
    }

    private static String quoted(Complaint complaint) {
        var text = String.valueOf(complaint.value());
        return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text;
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
