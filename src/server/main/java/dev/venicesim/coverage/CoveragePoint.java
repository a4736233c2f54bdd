package dev.venicesim.coverage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;

/**
 * Point of the contract that clients have met or not.
 *
 * @param name {@code queue 409} for a reply, else what scenario files and ids call it
 * @param met how often
 * @param shownBy how to meet it: a line of a scenario, a request, a magic value
 */
public record CoveragePoint(CoverageKind kind, String name, long met, String shownBy) {

    ObjectNode toJson() {
        return Json.object()
                .put("kind", kind.label())
                .put("name", name)
                .put("met", met)
                .put("shownBy", shownBy);
    }
}
