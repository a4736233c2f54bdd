package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.service.Services;
import dev.venicesim.stub.StubAnswer;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.RouteTable.Match;
import dev.venicesim.world.World;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Filter in front of the simulator: a mapping that matches answers, otherwise the simulator does. */
final class StubFilter implements Filter {

    private final Services services;
    private final WorldReader reader;
    private final Router router;
    private final Stubs stubs;
    private final Pipeline.Waits waits;

    StubFilter(Services services, WorldReader reader, Router router, Stubs stubs, Pipeline.Waits waits) {
        this.services = services;
        this.reader = reader;
        this.router = router;
        this.stubs = stubs;
        this.waits = waits;
    }

    @Override
    public Progress pass(Exchange exchange) {
        var request = exchange.request();
        if (!stubs.comesNear(request)) {
            return exchange;
        }
        return Progress.Later.there(stubs.answer(request)
                .thenComposeAsync(
                        found -> found.map(answer -> answered(exchange, answer))
                                .orElseGet(() -> CompletableFuture.completedFuture(exchange)),
                        waits.workers()));
    }

    private CompletionStage<Exchange> answered(Exchange exchange, StubAnswer answer) {
        var reply = StubReplies.of(answer);
        var why = exchange.why();
        why.note("the stub \"" + answer.mapping() + "\" matched; the simulator was not asked");
        if (answer.mishap() != StubAnswer.Mishap.NONE) {
            why.note("its fault is " + answer.mishap());
        }
        var named = named(exchange);
        var world = world(exchange);
        if (answer.delay().isZero()) {
            return CompletableFuture.completedFuture(answered(named, world, reply));
        }
        why.note("it is delayed by " + answer.delay().toMillis() + " ms");
        var over = new CompletableFuture<Exchange>();
        // the world is read after the delay, in which its clock may have been moved
        waits.alarm().after(answer.delay(), () -> over.complete(exchange));
        return over.thenApply(late -> answered(named, world, reply));
    }

    private Exchange named(Exchange exchange) {
        return router.find(exchange.request()) instanceof Match.Found<Operation> found
                ? exchange.with(exchange.incoming().to(found.route(), found.variables()))
                : exchange;
    }

    private Exchange answered(Exchange exchange, World world, Reply.Now reply) {
        var sender = RequestSender.unknown(world, exchange.request().remoteAddress());
        var known = exchange.sentBy(sender, reader.read(world));
        return known.answered(
                new Answered(Answered.By.STUB, ForeignReply.of(reply).effect(known), reply));
    }

    /**
     * Whose journal it goes to: a key that is new gets its world, since a client that is stubbed from its first call on
     * has one too.
     */
    private World world(Exchange exchange) {
        return OptionalKeyReader.request(services, exchange.request())
                .map(services.worlds()::open)
                .orElseGet(services.worlds()::anonymous);
    }
}
