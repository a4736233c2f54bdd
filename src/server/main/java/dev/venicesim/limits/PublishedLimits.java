package dev.venicesim.limits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.util.List;

/** The {@code rateLimits} array of {@code GET /api_keys/rate_limits}. */
public final class PublishedLimits {

    private PublishedLimits() {}

    /**
     * A row per model. Its list of amounts is empty, as that of every video model was seen to be, although the calls
     * are limited.
     *
     * @param modelIds in the order they are to appear
     */
    @Verified(on = "2026-10-02", source = "docs/api/limits-and-headers.md#limits-of-a-key")
    public static ArrayNode json(List<String> modelIds) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var id : modelIds) {
            var row = Json.object().put("apiModelId", id);
            row.putArray("rateLimits");
            rows.add(row);
        }
        return rows;
    }
}
