package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.time.Durations;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Calls that read and move a world's clock. */
final class ClockCalls {

    private static final Set<String> MOVES = Set.of("advance", "at", "frozen", "scale", "next", "shared");

    private final TimeSource time;
    private final NextDue nextDue;

    ClockCalls(TimeSource time, NextDue nextDue) {
        this.time = time;
        this.nextDue = nextDue;
    }

    Reply show(World world) {
        return Reply.json(200, json(world.settings().clock(), time.now()));
    }

    Reply move(World world, Request request) {
        var body = ControlBody.of(request).knowing(MOVES);
        if (MOVES.stream().noneMatch(body::has)) {
            throw ProblemException.badRequest("say how to move the clock: advance, at, frozen, scale, next or shared");
        }
        var next = body.bool("next").orElse(false) ? nextDue.of(world) : Optional.<Instant>empty();
        try {
            var settings = world.change(before -> before.withClock(moved(before.clock(), body, next)));
            return Reply.json(200, json(settings.clock(), time.now()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private WorldClock moved(WorldClock clock, ControlBody body, Optional<Instant> next) {
        var now = time.now();
        var moved = clock;
        if (body.has("scale")) {
            moved = moved.scale(body.number("scale").orElseThrow(), now);
        }
        if (body.has("frozen")) {
            moved = moved.freeze(body.bool("frozen").orElseThrow(), now);
        }
        if (body.has("shared")) {
            moved = moved.share(body.bool("shared").orElseThrow(), now);
        }
        if (body.has("at")) {
            moved = moved.set(body.instant("at").orElseThrow(), now);
        }
        if (body.has("advance")) {
            moved = moved.advance(body.converted("advance", Durations::parse).orElseThrow(), now);
        }
        if (next.isPresent() && next.get().isAfter(moved.at(now))) {
            moved = moved.set(next.get(), now);
        }
        return moved;
    }

    static ObjectNode json(WorldClock clock, Instant realNow) {
        return Json.object()
                .put("now", clock.at(realNow).toString())
                .put("frozen", clock.frozen())
                .put("scale", clock.scale())
                .put("shared", clock.shared());
    }
}
