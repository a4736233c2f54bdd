package dev.venicesim.control;

import dev.venicesim.consent.FaceRegister;
import dev.venicesim.json.Json;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.scenario.ScenarioException;
import dev.venicesim.scenario.Settings;
import dev.venicesim.scenario.Shelf;
import dev.venicesim.scenario.Tally;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldSettings;
import dev.venicesim.world.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Giving a world another scenario, and reading changed files again. A scenario that cannot be read changes nothing. */
final class ScenarioCalls {

    private final Worlds worlds;
    private final Accounts accounts;
    private final TimeSource time;
    private final Shelf shelf;

    ScenarioCalls(ControlDesk desk) {
        this.worlds = desk.worlds();
        this.accounts = desk.accounts();
        this.time = desk.time();
        this.shelf = desk.shelf();
    }

    /** A scenario by name, never a path. */
    static Scenario named(Shelf shelf, String name) {
        return shelf.find(name)
                .orElseThrow(() -> Problem.badRequest("no scenario is called \"" + name + "\"; " + shelf.fix(name)));
    }

    /** What the wire calls a scenario: null if there is none. */
    static @Nullable String name(Scenario scenario) {
        return scenario.equals(Scenario.NONE) ? null : scenario.name();
    }

    /** Sets a world's scenario, counters at zero, and what it says of clock and accounts. */
    Reply set(World world, Request request) {
        var scenario = read(request);
        refusing(() -> FaceRegister.parse(scenario.settings().faces()));
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

    /** Reads files again, all or none; worlds that play one go on with what it says now, their clocks and accounts untouched. */
    Reply reload() {
        var read = refusing(shelf::reload);
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

    private void restage(World world, Map<String, Scenario> read) {
        var playing = world.settings().behaviour().scenario();
        var now = read.get(playing.name());
        if (now != null && !now.equals(playing)) {
            stage(world, now, Settings.NONE.clock());
        }
    }

    private void stage(World world, Scenario scenario, Settings.Clock clock) {
        var declaration = world.find(Kinds.DECLARATION).orElseThrow();
        var realNow = time.now();
        refusing(() -> world.change(before -> {
            var behaviour = before.behaviour();
            var asSet = declaration.base().playing(behaviour.scenario());
            var staged = declaration.base().playing(scenario);
            return before.withBehaviour(staged.withQuirks(behaviour.quirksSince(asSet, staged.quirks())))
                    .withClock(moved(before, clock, realNow));
        }));
        world.compute(Kinds.TALLY, counted -> Step.to(Tally.EMPTY));
    }

    private static WorldClock moved(WorldSettings settings, Settings.Clock says, Instant realNow) {
        var clock = settings.clock();
        if (says.scale().isPresent()) {
            clock = clock.scale(says.scale().getAsDouble(), realNow);
        }
        if (says.frozen()) {
            clock = clock.freeze(true, realNow);
        }
        return says.at().isPresent() ? clock.set(says.at().get(), realNow) : clock;
    }

    private Scenario read(Request request) {
        var text = new String(request.body(), StandardCharsets.UTF_8);
        return asksByName(request)
                ? named(
                        shelf,
                        Body.of(request)
                                .knowing(Set.of("name"))
                                .text("name")
                                .orElseThrow(() -> Problem.badRequest("name wants a string")))
                : refusing(() -> shelf.read("scenario", text));
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
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
