package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.journal.DecisionTrace;
import dev.venicesim.service.Services;
import dev.venicesim.stub.Stubs;
import dev.venicesim.time.Alarm;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.helpers.NOPLogger;

/** Pipeline of the simulated API: the filters every request takes, in order. */
public final class Pipeline implements Handler {

    private final Services services;
    private final UnroutedRequests unrouted;
    private final Filter[] filters;

    /**
     * What filters that take time leave it to.
     *
     * @param pending requests that are kept waiting on purpose
     * @param alarm calls back when a delay is over
     * @param workers for rendering, for stubs, which may read files, and for what goes on after a delay
     * @param signatures for checks of signatures
     */
    public record Waits(PendingReplies pending, Alarm alarm, Executor workers, Executor signatures) {}

    /**
     * A pipeline in front of these operations.
     *
     * @param stubs mappings that answer instead of them
     */
    public Pipeline(Services services, Map<Operation, OperationHandler> operations, Stubs stubs, Waits waits) {
        this(services, operations, stubs, waits, new RequestLog(services));
    }

    /** The same without stubs, and without a line in the server's log. */
    public static Pipeline unlogged(Services services, Map<Operation, OperationHandler> operations, Waits waits) {
        var log = new RequestLog(services, NOPLogger.NOP_LOGGER);
        return new Pipeline(services, operations, Stubs.under(Optional.empty()), waits, log);
    }

    private Pipeline(
            Services services, Map<Operation, OperationHandler> operations, Stubs stubs, Waits waits, RequestLog log) {
        this.services = services;
        var worlds = new WorldReader(new PolicyCache(), services.time());
        var router = new Router();
        var faults = new FaultInjection(worlds, waits);
        this.unrouted = new UnroutedRequests(services, worlds, router);
        this.filters = List.of(
                        untilAnswered(new PactImpersonation(services.worlds())),
                        untilAnswered(new StubFilter(services, worlds, router, stubs, waits)),
                        untilAnswered(new Preflight(services.ids())),
                        untilAnswered(router),
                        untilAnswered(unrouted),
                        untilAnswered(new WorkerDispatch(waits.signatures())),
                        untilAnswered(new Authenticator(services, worlds, operations)),
                        untilAnswered(faults::strike),
                        untilAnswered(RateLimiter::admit),
                        untilAnswered(new OperationCall(operations, new BalanceHeaders(services.accounts()))),
                        RateLimiter::count,
                        new ReplyHeaders(services.ids()),
                        faults::spoil,
                        log,
                        faults::hold)
                .toArray(Filter[]::new);
    }

    /** A filter that an answered request skips. */
    private static Filter untilAnswered(Filter filter) {
        return exchange -> exchange.answered().isPresent() ? exchange : filter.pass(exchange);
    }

    @Override
    public Reply handle(Request request) {
        return run(begin(request), 0);
    }

    @Override
    public Reply.Now tooLarge(Request request) {
        // answered from the start, and no filter that comes after an answer makes it wait
        return (Reply.Now) run(unrouted.tooLarge(begin(request)), 0);
    }

    private Exchange begin(Request request) {
        var incoming = new IncomingRequest(
                request,
                Optional.empty(),
                Map.of(),
                new DecisionTrace(),
                services.time().nanos());
        return new Exchange(incoming, RequestSender.unknown(services.worlds().anonymous(), request.remoteAddress()));
    }

    private Reply run(Exchange begun, int first) {
        var exchange = begun;
        for (int i = first; i < filters.length; i++) {
            var progress = filters[i].pass(exchange);
            if (!(progress instanceof Exchange next)) {
                return elsewhere(progress, i + 1);
            }
            exchange = next;
        }
        return exchange.answer().reply();
    }

    private Reply elsewhere(Progress progress, int next) {
        if (progress instanceof Progress.Over over) {
            return over.reply();
        }
        var later = (Progress.Later) progress;
        return new Reply.Later(later.stage()
                .thenComposeAsync(
                        there -> there instanceof Exchange exchange
                                ? run(exchange, next).stage(exchange.request())
                                : elsewhere(there, next).stage(),
                        later.on()));
    }
}
