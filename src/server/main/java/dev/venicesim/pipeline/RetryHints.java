package dev.venicesim.pipeline;

import dev.venicesim.auth.Caller;
import dev.venicesim.fault.Fault;
import dev.venicesim.journal.finding.ClientEvent.Wait;
import java.time.Instant;
import java.util.Optional;

/** Hints when to come back, as clients that read their refusals have been told. */
final class RetryHints {

    private RetryHints() {}

    /** When to come back, and where that stood. */
    static Wait told(Exchange exchange, int status, Instant answered) {
        if (status != 429 && status != 503) {
            return Wait.NONE;
        }
        return written(exchange, status, answered)
                .or(() -> status == 429 ? announced(exchange) : Optional.empty())
                .orElse(Wait.NONE);
    }

    /** What a user's stub or fault tells in its own words. */
    private static Optional<Wait> written(Exchange exchange, int status, Instant answered) {
        if (exchange.isStubbed()) {
            return ForeignReply.of(exchange.answer().reply()).retryAt(status, answered);
        }
        return exchange.fault()
                .filter(by -> by.fault() instanceof Fault.Respond)
                .map(by -> ForeignReply.of((Fault.Respond) by.fault()))
                .flatMap(reply -> reply.retryAt(status, answered));
    }

    /** What the limiter told, in its refusal or in the headers of a reply to a caller it knows. */
    private static Optional<Wait> announced(Exchange exchange) {
        if (exchange.limit().isEmpty()) {
            return Optional.empty();
        }
        var told = exchange.policies().limitReply();
        var decision = exchange.limit().get();
        return told.blockEnds(decision, exchange.clientNow())
                .map(until -> new Wait(until, "the error's text (\"Please wait\")"))
                .or(() -> exchange.caller() instanceof Caller.Anonymous
                        ? Optional.empty()
                        : told.windowEnds(decision, RateLimiter.moment(exchange))
                                .map(until -> new Wait(until, ForeignReply.RESET)));
    }
}
