package dev.venicesim.endpoint;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.journal.Why;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable.Match;
import dev.venicesim.world.World;
import java.util.Optional;
import java.util.Set;

/** Requests that reach no operation: an unknown path, a wrong method, a body past the limit. They too have the headers of every reply and stand in their sender's journal. */
public final class Strays {

    private static final String NO_OPERATION = "unknown";
    private static final String VIDEO = Api.ROOT + "/video/";
    private static final Set<String> WITH_BODIES = Set.of("quote", "queue", "retrieve", "complete", "transcriptions");

    private final Desk desk;
    private final ReplyHeaders headers;
    private final Logbook logbook;

    public Strays(Desk desk) {
        this.desk = desk;
        this.headers = new ReplyHeaders(desk);
        this.logbook = new Logbook(desk);
    }

    /** A request that no route fits. */
    Reply.Now unrouted(Request request, Match<Route> match) {
        var why = new Why();
        if (match instanceof Match.WrongMethod<Route> wrong) {
            why.note("the path is known, the method is not");
            return answer(request, NO_OPERATION, PathErrors.methodNotAllowed(request.method(), wrong.allowed()), why);
        }
        why.note("no operation has this path");
        return answer(request, NO_OPERATION, PathErrors.notSimulated(request.method(), request.path()), why);
    }

    /** A request whose body is larger than the API takes, and so was not kept. */
    public Reply.Now tooLarge(Request request) {
        var asTable = world(request).settings().behaviour().quirks().is(Quirk.PAYLOAD_TOO_LARGE, "table");
        var why = new Why();
        why.note("the body is larger than 35 MiB; nothing else was looked at");
        return answer(
                request,
                operation(request.path()),
                asTable ? RequestErrors.payloadTooLargeTableText() : RequestErrors.payloadTooLarge(),
                why);
    }

    private Reply.Now answer(Request request, String operation, ApiError error, Why why) {
        var started = desk.time().nanos();
        var world = world(request);
        var reply = Reply.error(error)
                .withDefaults(Cors.ON_EVERY_REPLY.and(
                        headers.always(world.settings().behaviour().edition())));
        logbook.write(
                new Logbook.Page(world, request, operation, Optional.empty(), why, started),
                Logbook.Outcome.of(reply, Logbook.SIMULATOR));
        return reply;
    }

    private static String operation(String path) {
        var last = path.startsWith(VIDEO) ? path.substring(VIDEO.length()) : NO_OPERATION;
        return WITH_BODIES.contains(last) ? last : NO_OPERATION;
    }

    private World world(Request request) {
        return KeyOf.request(desk, request).map(desk.worlds()::read).orElseGet(desk.worlds()::anonymous);
    }
}
