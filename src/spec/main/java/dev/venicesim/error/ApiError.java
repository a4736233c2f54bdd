package dev.venicesim.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error reply of the API: status, JSON body, and the headers that belong to it.
 *
 * @param status HTTP status, 400 to 599
 * @param body the JSON body, never changed after construction
 * @param headers header name to value, in order
 */
public record ApiError(int status, JsonNode body, Map<String, String> headers) {

    public ApiError {
        headers = Map.copyOf(headers);
    }

    /** The form nearly all errors have: {@code {"error": message}}. Source: StandardError of the OpenAPI files. */
    static ApiError standard(int status, String message) {
        return new ApiError(status, Json.object().put("error", message), Map.of());
    }

    /** The same error with one more header. */
    ApiError withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiError(status, body, more);
    }
}
