package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param rest what else a file says of it
 */
record OperationSpec(
        String place,
        Set<String> auth,
        boolean deprecated,
        Map<String, Parameter> parameters,
        Map<String, Body> request,
        boolean needsBody,
        Map<String, Reply> replies,
        Rest rest) {

    /** A parameter or a header, whether it must be sent, and how it is written. */
    record Parameter(boolean required, JsonNode schema, Writing writing, Optional<Described> says) {}

    /** How a value of several parts becomes text, defaults filled in. */
    record Writing(String style, boolean explode, boolean reserved) {

        /** What OpenAPI has of parameters of a kind that say nothing about it. */
        static Writing usual(String in) {
            var form = in.equals("query") || in.equals("cookie");
            return new Writing(form ? "form" : "simple", form, false);
        }
    }

    /** A reply of one status: bodies by media type, its declared headers, and what is said of it. */
    record Reply(Map<String, Body> content, Map<String, Parameter> headers, Optional<Described> says) {}

    /** A body's schema, the name it goes by, empty where it has none, and descriptions by field. */
    record Body(String name, JsonNode schema, Map<String, Described> says) {

        static Body of(JsonNode schema) {
            return new Body("", schema, Map.of());
        }
    }

    /**
     * What a file says of an operation beyond what it takes and answers.
     *
     * @param servers base URLs of its own; none if it is where the others are
     * @param callbacks what is called back, by name, method and address
     * @param extensions members that OpenAPI leaves to whoever writes the file, such as {@code x-payment-info}
     * @param says of the operation itself; empty if nothing is known
     */
    record Rest(List<String> servers, Map<String, Body> callbacks, ObjectNode extensions, Optional<Described> says) {}

    /** The same operation, whatever its path parameters are called. */
    String key() {
        return place.replaceAll("\\{[^}]*}", "{}");
    }
}
