package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return calls.stream().anyMatch(ScriptedCall::mayBeTaken);
    }

    /** Counts what its jobs cost at a target as paid; or says why they must not be. */
    Optional<String> pay(Target target, SpendingCap cap) throws InterruptedException {
        for (var call : calls) {
            if (call.mayBeTaken()) {
                var price = QuotedPrice.read(
                        target.ask(QuotedPrice.request(call.object().orElseThrow())));
                var objection =
                        price.isEmpty() ? Optional.of("the target quotes no price for " + call) : cap.pay(price.get());
                if (objection.isPresent()) {
                    return objection;
                }
            }
        }
        return Optional.empty();
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
