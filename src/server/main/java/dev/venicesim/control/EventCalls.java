package dev.venicesim.control;

import dev.venicesim.event.EventLog;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls that go on telling what happens, as server-sent events. */
final class EventCalls {

    static final QueryCheck QUERY = QueryCheck.of("world");

    /** Whoever has no more than some key leaves room for those who may use the whole server. */
    private static final int MOST_BY_KEYS = EventLog.MOST_LISTENERS / 2;

    private static final Headers STREAM = Headers.of(
            "Content-Type",
            "text/event-stream; charset=utf-8",
            "Cache-Control",
            "no-store",
            // a proxy that keeps events back makes them late
            "X-Accel-Buffering",
            "no");

    private final EventLog events;
    private final DueJobs due;
    private final Function<String, World> named;

    EventCalls(EventLog events, DueJobs due, Function<String, World> named) {
        this.events = events;
        this.due = due;
        this.named = named;
    }

    /** Events of all worlds, or of the one that the query names. */
    Reply all(Request request) {
        var world = request.parameter("world").map(named);
        return stream(
                request,
                world.<Predicate<String>>map(one -> one.id()::equals).orElse(any -> true),
                EventLog.MOST_LISTENERS);
    }

    /** @param own whether the owner of a key asks */
    Reply of(World world, Request request, boolean own) {
        return stream(request, world.id()::equals, own ? MOST_BY_KEYS : EventLog.MOST_LISTENERS);
    }

    private Reply stream(Request request, Predicate<String> world, int most) {
        if (events.listeners() >= most) {
            throw ProblemException.busy("there are " + most
                    + " listeners already, which is the most; close a page or a script that listens");
        }
        return new Reply.Now(200, STREAM, events.stream(world, after(request), due::watch));
    }

    private static long after(Request request) {
        var id = request.header("Last-Event-ID").orElse("");
        if (!id.isEmpty() && !id.matches("\\d{1,18}")) {
            throw ProblemException.badRequest(
                    "Last-Event-ID is the id of an event, a whole number, not \"" + id + "\"");
        }
        return id.isEmpty() ? -1 : Long.parseLong(id);
    }
}
