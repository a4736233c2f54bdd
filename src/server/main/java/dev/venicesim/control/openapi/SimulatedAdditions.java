package dev.venicesim.control.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Table of what the simulator answers beyond the operations of {@code schemas/}, and which quirk decides about it: the
 * file {@code simulated-api.json}.
 */
final class SimulatedAdditions {

    private static final String FILE = "/dev/venicesim/control/simulated-api.json";

    private final JsonNode table;
    private final QuirkSettings quirks;

    private SimulatedAdditions(JsonNode table, QuirkSettings quirks) {
        this.table = table;
        this.quirks = quirks;
    }

    static SimulatedAdditions under(QuirkSettings quirks) {
        try (var in = SimulatedAdditions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + FILE + " is not on the class path");
            }
            return new SimulatedAdditions(Json.trusted(in.readAllBytes()), quirks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replies of an operation, by status; null for one that there is not after all. */
    List<Entry<String, JsonNode>> of(String place, boolean takesBody) {
        var replies = new ArrayList<Entry<String, JsonNode>>();
        for (var row : table.path("replies")) {
            if (isAbout(row.path("operations"), place, takesBody) && holds(row)) {
                row.path("replies")
                        .properties()
                        .forEach(reply -> replies.add(Map.entry(reply.getKey(), whole(row, reply.getValue()))));
            }
        }
        return replies;
    }

    /** A schema's name stands for a JSON body of it; nothing, for no body. */
    private static JsonNode whole(JsonNode row, JsonNode reply) {
        if (reply.isNull()) {
            return reply;
        }
        var whole = reply.isObject() ? reply.<ObjectNode>deepCopy() : Json.object();
        if (reply.isTextual()) {
            whole.putObject("content").set("application/json", reply);
        }
        whole.set("because", row.path("because"));
        return whole;
    }

    private static boolean isAbout(JsonNode operations, String place, boolean takesBody) {
        for (var name : operations) {
            var text = name.asText();
            if (text.equals(place)
                    || (text.equals("all") && !place.contains("{token}"))
                    || (text.equals("with body") && takesBody)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(JsonNode row) {
        var when = row.path("when");
        if (when.isMissingNode()) {
            return true;
        }
        var quirk = ApiQuirk.find(when.path("quirk").asText()).orElseThrow();
        for (var value : when.path("is")) {
            if (quirks.is(quirk, value.asText())) {
                return true;
            }
        }
        return false;
    }

    /** What becomes of schemas: merge patches, each with the name of its schema. */
    List<Entry<String, JsonNode>> schemas() {
        var patches = new ArrayList<Entry<String, JsonNode>>();
        for (var row : table.path("schemas")) {
            if (holds(row)) {
                patches.addAll(row.path("patches").properties());
            }
        }
        return patches;
    }

    ObjectNode headers() {
        return part("headers");
    }

    ObjectNode part(String name) {
        return table.path(name).deepCopy();
    }

    /** The scheme that a way to sign in has in the document. */
    Optional<String> securityOf(String way) {
        return Optional.ofNullable(table.path("security").path(way).textValue());
    }

    boolean isBodyOptional(String place) {
        for (var name : table.path("withoutBody")) {
            if (name.asText().equals(place)) {
                return true;
            }
        }
        return false;
    }

    /** What may be asked with a reply's values, for tools that go on from one request to the next. */
    ObjectNode linksOf(String place) {
        return table.path("links").path(place) instanceof ObjectNode links ? links.deepCopy() : Json.object();
    }
}
