package dev.venicesim.control.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch. Source: RFC 7396. */
final class MergePatch {

    private MergePatch() {}

    static void apply(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                target.remove(change.getKey());
            } else if (change.getValue().isObject() && target.path(change.getKey()) instanceof ObjectNode there) {
                apply(there, change.getValue());
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }
}
