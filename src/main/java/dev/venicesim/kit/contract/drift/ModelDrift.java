package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a models list, live or saved, differs from an edition's: models added and removed, constraints and deprecations changed. */
public final class ModelDrift {

    private static final Set<String> LISTS = Set.of("aspect_ratios", "resolutions", "durations");

    private final List<Drift> found = new ArrayList<>();

    private ModelDrift() {}

    /**
     * Every difference, in the edition's order, then the new models.
     *
     * @param reply of {@code GET /models?type=video}, or its {@code data} alone
     * @throws IllegalArgumentException if it is no models list
     */
    public static List<Drift> of(Edition edition, JsonNode reply) {
        var theirs = byId(reply.isArray() ? reply : reply.path("data"));
        if (theirs.isEmpty()) {
            throw new IllegalArgumentException(
                    "models holds no video model; give a saved reply of GET /models?type=video, or the base URL");
        }
        var drift = new ModelDrift();
        var body = new ModelsReply(Catalog.of(edition)).models("video").orElseThrow();
        drift.compare(byId(Json.trusted(body).path("data")), theirs);
        return List.copyOf(drift.found);
    }

    private static Map<String, JsonNode> byId(JsonNode data) {
        var models = new LinkedHashMap<String, JsonNode>();
        for (var model : data) {
            if (model.path("type").asText("video").equals("video")
                    && model.path("id").isTextual()) {
                models.put(model.path("id").textValue(), model);
            }
        }
        return models;
    }

    private void compare(Map<String, JsonNode> ours, Map<String, JsonNode> theirs) {
        ours.forEach((id, model) -> {
            var now = theirs.get(id);
            if (now == null) {
                add(Severity.BREAKING, id, "removed from the list");
            } else {
                constraints(id, model.at("/model_spec/constraints"), now.at("/model_spec/constraints"));
                spec(id, model.path("model_spec"), now.path("model_spec"));
            }
        });
        theirs.keySet().stream()
                .filter(id -> !ours.containsKey(id))
                .forEach(id -> add(Severity.HARMLESS, id, "added to the list"));
    }

    private void constraints(String id, JsonNode mine, JsonNode theirs) {
        var keys = new TreeSet<String>();
        mine.fieldNames().forEachRemaining(keys::add);
        theirs.fieldNames().forEachRemaining(keys::add);
        for (var key : keys) {
            var was = mine.path(key);
            var is = theirs.path(key);
            if (LISTS.contains(key)) {
                list(id + " " + key, was, is);
            } else if (!same(was, is)) {
                add(severity(was, is), id + " " + key, shown(was) + " became " + shown(is));
            }
        }
    }

    /** A lower limit refuses what was taken; a new limit may. */
    private static Severity severity(JsonNode was, JsonNode is) {
        if (was.isNumber() && is.isNumber()) {
            return is.decimalValue().compareTo(was.decimalValue()) < 0 ? Severity.BREAKING : Severity.HARMLESS;
        }
        return was.isTextual() ? Severity.BREAKING : Severity.NOTABLE;
    }

    private void list(String place, JsonNode was, JsonNode is) {
        var gone = texts(was);
        gone.removeAll(texts(is));
        var come = texts(is);
        come.removeAll(texts(was));
        if (!gone.isEmpty()) {
            add(Severity.BREAKING, place, "no longer " + String.join(", ", gone));
        }
        if (!come.isEmpty()) {
            var first = was.isEmpty();
            add(first ? Severity.BREAKING : Severity.HARMLESS, place, "now also " + String.join(", ", come));
        }
    }

    private void spec(String id, JsonNode mine, JsonNode theirs) {
        for (var key : List.of("privacy", "deprecation", "offline")) {
            if (!mine.path(key).equals(theirs.path(key))) {
                add(Severity.NOTABLE, id + " " + key, shown(mine.path(key)) + " became " + shown(theirs.path(key)));
            }
        }
    }

    private static boolean same(JsonNode was, JsonNode is) {
        return (was.isNumber() && is.isNumber())
                ? was.decimalValue().compareTo(is.decimalValue()) == 0
                : was.equals(is);
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(literal -> texts.add(literal.asText()));
        return texts;
    }

    static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }

    private void add(Severity severity, String place, String says) {
        found.add(new Drift(severity, place, says));
    }
}
