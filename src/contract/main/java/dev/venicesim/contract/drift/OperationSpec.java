package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Description of one operation: what it takes and answers, as an edition or a file says it.
 *
 * @param place method and path, such as {@code post /video/queue}
 * @param auth the ways to say who asks: {@code bearer}, {@code header NAME}, {@code none}
 * @param deprecated whether it is going
 * @param parameters by kind and name, such as {@code query limit}
 * @param request bodies by media type
 * @param needsBody whether a request must have one
 * @param replies by status
 */
record OperationSpec(
        String place,
        Set<String> auth,
        boolean deprecated,
        Map<String, Parameter> parameters,
        Map<String, Body> request,
        boolean needsBody,
        Map<String, Reply> replies) {

    /** A parameter or a header, and whether it must be sent. */
    record Parameter(boolean required, JsonNode schema) {}

    /** A reply of one status: bodies by media type, and its declared headers. */
    record Reply(Map<String, Body> content, Map<String, Parameter> headers) {}

    /** A body's schema and the name it goes by, empty where it has none. */
    record Body(String name, JsonNode schema) {}

    /** The same operation, whatever its path parameters are called. */
    String key() {
        return place.replaceAll("\\{[^}]*}", "{}");
    }
}
