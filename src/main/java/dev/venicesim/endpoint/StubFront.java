package dev.venicesim.endpoint;

import dev.venicesim.journal.Why;
import dev.venicesim.stub.StubAnswer;
import dev.venicesim.stub.Stubs;
import dev.venicesim.time.Alarm;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What stands before everything else: a mapping that matches answers, otherwise the simulator does. */
public final class StubFront implements Handler {

    private final Desk desk;
    private final Stubs stubs;
    private final Api api;
    private final Alarm alarm;
    private final Executor workers;
    private final Logbook logbook;

    /**
     * A front before the API.
     *
     * @param alarm calls back when a delay is over
     * @param workers where mappings that match are evaluated, since they may read files
     */
    public StubFront(Desk desk, Stubs stubs, Api api, Alarm alarm, Executor workers) {
        this.desk = desk;
        this.stubs = stubs;
        this.api = api;
        this.alarm = alarm;
        this.workers = workers;
        this.logbook = new Logbook(desk);
    }

    @Override
    public Reply handle(Request request) {
        if (!stubs.matches(request)) {
            return api.handle(request);
        }
        var started = desk.time().nanos();
        return new Reply.Later(CompletableFuture.supplyAsync(() -> stubs.answer(request), workers)
                .thenCompose(found -> found.map(answer -> carryOut(answer, request, started))
                        .orElseGet(() -> api.handle(request))
                        .stage()));
    }

    private Reply carryOut(StubAnswer answer, Request request, long started) {
        var reply = StubReplies.of(answer);
        var why = new Why();
        why.note("the stub \"" + answer.mapping() + "\" matched; the simulator was not asked");
        if (answer.mishap() != StubAnswer.Mishap.NONE) {
            why.note("its fault is " + answer.mishap());
        }
        var page = new Logbook.Page(
                world(request), request, api.nameOf(request).orElse("stub"), Optional.empty(), why, started);
        if (answer.delay().isZero()) {
            logbook.write(page, Logbook.Outcome.of(reply, Logbook.STUB));
            return reply;
        }
        why.note("it is delayed by " + answer.delay().toMillis() + " ms");
        var later = new CompletableFuture<Reply.Now>();
        alarm.after(answer.delay(), () -> {
            logbook.write(page, Logbook.Outcome.of(reply, Logbook.STUB));
            later.complete(reply);
        });
        return new Reply.Later(later);
    }

    /** Whose journal it goes to: a key that is new gets its world, since a client that is stubbed from its first call on has one too. */
    private World world(Request request) {
        return KeyOf.request(desk, request).map(desk.worlds()::open).orElseGet(desk.worlds()::anonymous);
    }
}
