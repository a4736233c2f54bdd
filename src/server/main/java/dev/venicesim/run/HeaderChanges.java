package dev.venicesim.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Headers of messages that follow each other, each told by what it has other than the one before: a value, or null for a
 * header that it lacks.
 */
final class HeaderChanges {

    private Map<String, String> latest = Map.of();

    ObjectNode write(Map<String, String> headers) {
        var json = Json.object();
        headers.forEach((name, value) -> {
            if (!value.equals(latest.get(name))) {
                json.put(name, value);
            }
        });
        latest.keySet().stream().filter(name -> !headers.containsKey(name)).forEach(json::putNull);
        latest = headers;
        return json;
    }

    Map<String, String> read(JsonNode changes) {
        var headers = new LinkedHashMap<>(latest);
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                headers.remove(change.getKey());
            } else {
                headers.put(change.getKey(), change.getValue().asText());
            }
        });
        latest = headers;
        return headers;
    }
}
