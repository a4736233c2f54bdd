package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.scenario.FaultRule;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioException;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.time.Durations;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Calls that break something for a while: faults beside a world's scenario, which end by themselves. */
final class FaultCalls {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final WorldRegistry worlds;
    private final ScenarioRepository scenarios;
    private final TimeSource time;

    FaultCalls(ControlContext context) {
        this.worlds = context.services().worlds();
        this.scenarios = context.services().scenarioRepository();
        this.time = context.services().time();
    }

    /** Faults and their end. */
    private record Passing(List<FaultRule> rules, Instant until) {

        ScenarioDefinition beside(ScenarioDefinition scenario) {
            return scenario.withPassingFaults(rules, until);
        }
    }

    Reply show(World world) {
        return Reply.json(200, json(world.settings().behaviour().scenario()));
    }

    Reply put(World world, Request request) {
        return Reply.json(200, json(change(world, passing(request)::beside)));
    }

    Reply remove(World world) {
        change(world, ScenarioDefinition::withoutPassingFaults);
        return Reply.empty(204);
    }

    /** For every world there is, and for those that are made without a scenario of their own. */
    Reply putEverywhere(Request request) {
        var passing = passing(request);
        everywhere(passing::beside);
        return Reply.json(200, json(passing.beside(ScenarioDefinition.NONE)));
    }

    Reply removeEverywhere() {
        everywhere(ScenarioDefinition::withoutPassingFaults);
        return Reply.empty(204);
    }

    private void everywhere(UnaryOperator<ScenarioDefinition> change) {
        var defaults = worlds.defaults();
        var behaviour = defaults.behaviour();
        worlds.defaults(defaults.withBehaviour(behaviour.withScenario(change.apply(behaviour.scenario()))));
        Stream.concat(Stream.of(worlds.anonymous()), worlds.all().stream())
                .filter(worlds::has)
                .forEach(world -> change(world, change));
    }

    private static ScenarioDefinition change(World world, UnaryOperator<ScenarioDefinition> change) {
        return world.change(settings -> settings.withBehaviour(settings.behaviour()
                        .withScenario(change.apply(settings.behaviour().scenario()))))
                .behaviour()
                .scenario();
    }

    private Passing passing(Request request) {
        var body = ControlBody.of(request).knowing(Set.of("faults", "ttl"));
        var ttl = body.converted("ttl", Durations::parse)
                .orElseThrow(() -> ProblemException.badRequest("say when they end by themselves: \"ttl\":\"5m\""));
        if (ttl.isNegative() || ttl.isZero() || ttl.compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest("ttl is more than nothing and at most " + Durations.format(LONGEST));
        }
        if (!body.node().path("faults").isArray()) {
            throw ProblemException.badRequest("faults wants a list of faults as a scenario has them");
        }
        // a chance is drawn by the world's own seed; the document needs one to be whole
        var document = Json.object().put("seed", 1);
        document.set("faults", body.node().get("faults"));
        try {
            return new Passing(
                    scenarios.read("faults", document.toString()).faults(),
                    time.now().plus(ttl));
        } catch (ScenarioException | IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode json(ScenarioDefinition scenario) {
        var atWork = scenario.passingFaults().stream()
                .filter(rule -> rule.isAtWork(time.now()))
                .toList();
        var until = atWork.stream().flatMap(rule -> rule.until().stream()).findFirst();
        return Json.object()
                .put("faults", atWork.size())
                .put("until", until.map(Instant::toString).orElse(null));
    }
}
