package dev.venicesim.limits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.api.LimitClass;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.util.List;

/** The {@code rateLimits} array of {@code GET /api_keys/rate_limits}, from the same settings that limit. */
public final class PublishedLimits {

    private PublishedLimits() {}

    /**
     * A row per model with what queueing it is limited to, then one without a model for retrieve; inner arrays are
     * empty where nothing limits.
     *
     * @param modelIds in the order they are to appear
     */
    @Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#limits-of-a-key")
    public static ArrayNode json(LimitSettings settings, List<String> modelIds) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var id : modelIds) {
            var row = Json.object().put("apiModelId", id);
            row.set("rateLimits", amounts(settings, LimitClass.QUEUE));
            rows.add(row);
        }
        var retrieve = Json.object();
        retrieve.set("rateLimits", amounts(settings, LimitClass.RETRIEVE));
        return rows.add(retrieve);
    }

    private static ArrayNode amounts(LimitSettings settings, LimitClass call) {
        var amounts = JsonNodeFactory.instance.arrayNode();
        var amount = settings.perMinute().get(call);
        if (settings.on() && amount != null) {
            amounts.add(Json.object().put("amount", amount.intValue()).put("type", "RPM"));
        }
        return amounts;
    }
}
