package dev.venicesim.control;

import dev.venicesim.consent.FaceRegister;
import dev.venicesim.json.Json;
import dev.venicesim.scenario.MatchCounters;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioException;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.scenario.ScenarioSettings;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that give a world another scenario, and read changed files again. A scenario that cannot be read changes
 * nothing.
 */
final class ScenarioCalls {

    private final WorldRegistry worlds;
    private final AccountService accounts;
    private final TimeSource time;
    private final ScenarioRepository scenarioRepository;

    ScenarioCalls(ControlContext context) {
        this.worlds = context.services().worlds();
        this.accounts = context.services().accounts();
        this.time = context.services().time();
        this.scenarioRepository = context.services().scenarioRepository();
    }

    /** A scenario by name, never a path. */
    static ScenarioDefinition named(ScenarioRepository scenarioRepository, String name) {
        return scenarioRepository
                .find(name)
                .orElseThrow(() -> ProblemException.badRequest(
                        "no scenario is called \"" + name + "\"; " + scenarioRepository.fix(name)));
    }

    /** The scenario of a declaration: by name, as an object, or as text, which unlike a name has a line break. */
    static Optional<ScenarioDefinition> declared(ScenarioRepository scenarioRepository, ControlBody body) {
        if (!body.has("scenario")) {
            return Optional.empty();
        }
        var written = body.node().get("scenario");
        if (written.isObject()) {
            return Optional.of(inline(scenarioRepository, written.toString()));
        }
        return body.text("scenario")
                .map(text -> text.contains("\n") ? inline(scenarioRepository, text) : named(scenarioRepository, text));
    }

    private static ScenarioDefinition inline(ScenarioRepository scenarioRepository, String text) {
        return refusing(() -> {
            var scenario = scenarioRepository.read("scenario", text);
            FaceRegister.parse(scenario.settings().faces());
            return scenario;
        });
    }

    /** What the wire calls a scenario: null if there is none. */
    static @Nullable String name(ScenarioDefinition scenario) {
        return scenario.withoutPassingFaults().equals(ScenarioDefinition.NONE) ? null : scenario.name();
    }

    /** Sets a world's scenario, counters at zero, and what it says of clock and accounts. */
    Reply set(World world, Request request) {
        var scenario = read(request);
        var says = scenario.settings();
        stage(world, scenario, says.clock());
        AccountCalls.open(accounts, world, says.money());
        return Reply.json(
                200,
                Json.object()
                        .put("scenario", name(scenario))
                        .put("description", scenario.description())
                        .put("jobTime", world.settings().behaviour().pace().text()));
    }

    /** Takes a world's scenario away, counters at zero; its clock and its accounts stay as they are. */
    Reply unset(World world) {
        stage(world, ScenarioDefinition.NONE, ScenarioSettings.NONE.clock());
        return Reply.empty(204);
    }

    /**
     * Reads files again, all or none; worlds that play one go on with what it says now, their clocks and accounts
     * untouched.
     */
    Reply reload() {
        var read = refusing(scenarioRepository::reload);
        var defaults = worlds.defaults();
        var now = read.get(defaults.behaviour().scenario().name());
        if (now != null) {
            worlds.defaults(defaults.playing(now));
        }
        worlds.all().forEach(world -> restage(world, read));
        restage(worlds.anonymous(), read);
        var body = Json.object();
        var names = body.putArray("scenarios");
        read.keySet().forEach(names::add);
        return Reply.json(200, body);
    }

    private void restage(World world, Map<String, ScenarioDefinition> read) {
        var playing = world.settings().behaviour().scenario();
        var now = read.get(playing.name());
        if (now == null || now.equals(playing.withoutPassingFaults())) {
            return;
        }
        try {
            stage(world, now, ScenarioSettings.NONE.clock());
        } catch (ProblemException deleted) {
            // a world that goes meanwhile has no scenario any more
            if (!deleted.isNotFound()) {
                throw deleted;
            }
        }
    }

    private void stage(World world, ScenarioDefinition scenario, ScenarioSettings.Clock clock) {
        var declaration = world.find(StateKinds.DECLARATION)
                .orElseThrow(() -> ProblemException.notFound("the world was deleted while its scenario was set"));
        var realNow = time.now();
        refusing(() -> world.change(before -> {
            var behaviour = before.behaviour();
            var asSet = declaration.base().playing(behaviour.scenario());
            var staged = declaration.base().playing(scenario);
            return before.withBehaviour(staged.withQuirks(behaviour.quirksSince(asSet, staged.quirks())))
                    .withClock(moved(before, clock, realNow));
        }));
        world.compute(StateKinds.COUNTERS, counted -> Transition.to(MatchCounters.EMPTY));
    }

    private static WorldClock moved(WorldConfiguration settings, ScenarioSettings.Clock says, Instant realNow) {
        var clock = settings.clock();
        if (says.scale().isPresent()) {
            clock = clock.scale(says.scale().getAsDouble(), realNow);
        }
        if (says.frozen()) {
            clock = clock.freeze(true, realNow);
        }
        return says.at().isPresent() ? clock.set(says.at().get(), realNow) : clock;
    }

    private ScenarioDefinition read(Request request) {
        var text = new String(request.body(), StandardCharsets.UTF_8);
        return asksByName(request)
                ? named(
                        scenarioRepository,
                        ControlBody.of(request)
                                .knowing(Set.of("name"))
                                .text("name")
                                .orElseThrow(() -> ProblemException.badRequest("name wants a string")))
                : inline(scenarioRepository, text);
    }

    private static boolean asksByName(Request request) {
        try {
            var body = Json.read(request.body());
            return body.isObject() && body.size() == 1 && body.has("name");
        } catch (IOException e) {
            return false;
        }
    }

    private static <T> T refusing(Supplier<T> call) {
        try {
            return call.get();
        } catch (ScenarioException | IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
