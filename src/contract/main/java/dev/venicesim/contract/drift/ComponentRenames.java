package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comparison of what two files call their schemas. No request and no reply shows it; code that is generated from a file
 * does.
 */
final class ComponentRenames {

    /** Of a schema that changed as well, how much is left of it if it is the same one. */
    private static final double LIKE = 0.8;

    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenApiFile older;
    private final OpenApiFile newer;

    private ComponentRenames(OpenApiFile older, OpenApiFile newer) {
        this.older = older;
        this.newer = newer;
    }

    /** One difference for each schema that what the simulator serves uses, wherever it is used. */
    static List<Drift> between(OpenApiFile older, OpenApiFile newer) {
        return new ComponentRenames(older, newer).drifts();
    }

    private List<Drift> drifts() {
        var before = used(older);
        var now = used(newer);
        var come = new ArrayList<>(SchemaDescription.without(now.keySet(), before.keySet()));
        var drifts = new ArrayList<Drift>();
        for (var name : SchemaDescription.without(before.keySet(), now.keySet())) {
            twin(older.canonical(schema(older, name)), come).ifPresent(other -> {
                come.remove(other);
                var places = before.getOrDefault(name, 1);
                var where = places == 1 ? "one place" : places + " places";
                drifts.add(Drift.about(
                        Severity.HARMLESS,
                        Felt.NAME,
                        "schema",
                        name,
                        "is called " + other + " now, in " + where + "; only generated code sees it"));
            });
        }
        return drifts;
    }

    private Optional<String> twin(ObjectNode schema, List<String> names) {
        Optional<String> best = Optional.empty();
        var most = LIKE;
        for (var name : names) {
            var likeness = FormPairing.likeness(schema, newer.canonical(schema(newer, name)));
            if (likeness > most) {
                most = likeness;
                best = Optional.of(name);
            }
        }
        return best;
    }

    private static JsonNode schema(OpenApiFile file, String name) {
        return file.target(SCHEMAS + name);
    }

    /** In how many places each schema is named by what the simulator serves, or by what that names. */
    private static Map<String, Integer> used(OpenApiFile file) {
        var used = new LinkedHashMap<String, Integer>();
        file.root().path("paths").properties().stream()
                .filter(path -> OpenApiDrift.isSimulated(file.bare(path.getKey())))
                .forEach(path -> count(file, path.getValue(), used, 0));
        return used;
    }

    private static void count(OpenApiFile file, JsonNode node, Map<String, Integer> used, int depth) {
        if (depth > OpenApiFile.MAX_DEPTH) {
            return;
        }
        var reference = node.path("$ref").asText();
        if (reference.startsWith(SCHEMAS)) {
            var name = reference.substring(SCHEMAS.length());
            if (used.merge(name, 1, Integer::sum) == 1) {
                count(file, file.target(reference), used, depth + 1);
            }
            return;
        }
        if (!reference.isEmpty()) {
            count(file, file.target(reference), used, depth + 1);
            return;
        }
        node.forEach(child -> count(file, child, used, depth + 1));
    }
}
