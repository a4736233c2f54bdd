package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Script of a conversation that can be played again: requests in their order.
 *
 * @param edition the API that the simulator played
 * @param seed by which they were made
 * @param calls the requests
 */
public record CallScript(String edition, long seed, List<ScriptedCall> calls) {

    private static final String FORMAT = "venice-sim conversation 1";

    public CallScript {
        calls = List.copyOf(calls);
    }

    CallScript of(List<ScriptedCall> fewer) {
        return new CallScript(edition, seed, fewer);
    }

    boolean costs() {
        return calls.stream().anyMatch(call -> call.kind() == ScriptedCall.Kind.PAID);
    }

    /** The requests in words, one a line. */
    public List<String> lines() {
        return calls.stream().map(ScriptedCall::toString).toList();
    }

    public ObjectNode json() {
        var json = Json.object().put("format", FORMAT).put("edition", edition).put("seed", seed);
        var list = json.putArray("calls");
        calls.forEach(call -> list.add(call.json()));
        return json;
    }

    /**
     * A conversation as a file has it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CallScript read(JsonNode json) {
        if (!json.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("it is no conversation that diff has written");
        }
        var calls = new ArrayList<ScriptedCall>();
        json.path("calls").forEach(call -> calls.add(ScriptedCall.read(call)));
        return new CallScript(json.path("edition").asText(), json.path("seed").asLong(), calls);
    }
}
