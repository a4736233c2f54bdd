package dev.venicesim.control;

import dev.venicesim.journal.ControlChange;
import dev.venicesim.journal.Journals;
import dev.venicesim.json.Json;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Log of calls that change a world, for whoever wants to see or do again what happened to it. */
record ChangeLog(Journals journals, TimeSource time) {

    private static final String WORLDS = ControlApi.ROOT + "/worlds/";
    private static final String SELF = ControlApi.ROOT + "/self";
    private static final String KEYS = "/keys";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Calls that change nothing, or after which the world begins anew. */
    private static final Set<String> APART = Set.of("", "/try", "/reset");

    /** Answers a call, and takes it down if it succeeds and changes something. */
    Reply noting(World world, Request request, Supplier<Reply> call) {
        var path = path(request.path());
        if (READING.contains(request.method()) || APART.contains(path)) {
            return call.get();
        }
        var began = time.now();
        var reply = call.get();
        var type = request.header("Content-Type").orElse("");
        journals.changed(
                world.id(),
                new ControlChange(0, instant(world, began), request.method(), path, type, body(path, request)));
        return reply;
    }

    private static String path(String path) {
        if (path.startsWith(SELF)) {
            return path.substring(SELF.length());
        }
        var world = path.indexOf('/', WORLDS.length());
        return world < 0 ? "" : path.substring(world);
    }

    /** A clock that it has set counts from then. */
    private static Instant instant(World world, Instant began) {
        var set = world.settings().clock().real();
        return set.isBefore(began) ? began : set;
    }

    /** A key that is made is a credential. */
    private static byte[] body(String path, Request request) {
        if (!path.equals(KEYS)) {
            return request.body();
        }
        var kept = Json.object();
        ControlBody.of(request).usd("spendLimitUsd").ifPresent(limit -> kept.put("spendLimitUsd", limit.number()));
        return Json.bytes(kept);
    }
}
