package dev.venicesim.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Operation;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.scenario.MatchInput;
import dev.venicesim.scenario.RuleCondition;
import dev.venicesim.scenario.ScenarioEngine;
import dev.venicesim.world.StateKinds;
import java.io.IOException;
import java.util.Optional;

/** Inputs of a scenario's rules, from requests that nobody has judged yet; a body that cannot be read shows nothing. */
final class MatchInputs {

    private MatchInputs() {}

    static MatchInput of(Exchange exchange, ScenarioEngine script) {
        var operation = exchange.operation();
        var linked = exchange.sender().linked();
        if (linked.isPresent()) {
            return of(operation, linked.get());
        }
        var request = exchange.request();
        // some rule has to look at model or prompt: reading them costs a parse of the body
        if (request.body().length == 0 || !looksInside(script)) {
            return new MatchInput(operation, "", "");
        }
        try {
            var body = request.json().root();
            var job = Optional.of(body.path("queue_id").asText())
                    .filter(id -> !id.isEmpty())
                    .flatMap(id -> exchange.world().find(StateKinds.JOB, id));
            return job.map(known -> of(operation, known)).orElseGet(() -> of(operation, body));
        } catch (IOException e) {
            return new MatchInput(operation, "", "");
        }
    }

    private static boolean looksInside(ScenarioEngine script) {
        for (var rule : script.scenario().faults()) {
            if (rule.when().prompt().isPresent() || !rule.when().model().equals(RuleCondition.ALWAYS.model())) {
                return true;
            }
        }
        return false;
    }

    private static MatchInput of(Operation operation, VideoJob job) {
        return new MatchInput(operation, job.order().model(), job.order().prompt());
    }

    private static MatchInput of(Operation operation, JsonNode body) {
        return new MatchInput(
                operation, body.path("model").asText(), body.path("prompt").asText());
    }
}
