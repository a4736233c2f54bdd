package dev.venicesim.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.error.Violation.InvalidUnion;
import dev.venicesim.json.Json;
import java.util.List;

/** The {@code details} of a refusal: each message under its path, as Zod 3's {@code error.format()} lays them out. */
@Verified(on = "2026-08-21", source = "docs/api/errors.md#details-mirror-the-issues")
final class ZodTree {

    private ZodTree() {}

    static ObjectNode of(List<Violation> violations) {
        var root = branch();
        violations.forEach(violation -> add(root, violation));
        return root;
    }

    private static void add(ObjectNode root, Violation violation) {
        // Zod shows what each alternative found wrong, not the union's own message
        if (violation instanceof InvalidUnion union) {
            union.alternatives().forEach(alternative -> alternative.forEach(inner -> add(root, inner)));
            return;
        }
        var place = root;
        for (var step : violation.path().steps()) {
            var name = step.toString();
            if (!place.has(name)) {
                place.set(name, branch());
            }
            place = (ObjectNode) place.get(name);
        }
        ((ArrayNode) place.get("_errors")).add(violation.message());
    }

    private static ObjectNode branch() {
        var branch = Json.object();
        branch.putArray("_errors");
        return branch;
    }
}
