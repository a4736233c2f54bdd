package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;

/** Lease of memory for one body: given back with its exchange, however that ends, if not before. */
final class BodyLease {

    private final HttpServerExchange exchange;
    private final BodyBudget budget;
    private long small;
    private long large;
    private boolean counted;

    BodyLease(HttpServerExchange exchange, BodyBudget budget) {
        this.exchange = exchange;
        this.budget = budget;
    }

    /** Whether a body that is still small may have so many bytes more. */
    boolean takeSmall(int more) {
        if (!budget.takeSmall(more)) {
            return false;
        }
        returnAtTheEnd();
        small += more;
        return true;
    }

    /** A large body has been granted its memory. */
    void hold(long bytes) {
        returnAtTheEnd();
        large = bytes;
    }

    boolean holdsLarge() {
        return large > 0;
    }

    void returnSmall() {
        budget.releaseSmall(small);
        small = 0;
    }

    /** Twice does no harm. */
    void returnAll() {
        returnSmall();
        var held = large;
        large = 0;
        budget.release(held);
    }

    private void returnAtTheEnd() {
        if (!counted) {
            counted = true;
            exchange.addExchangeCompleteListener((ended, next) -> {
                returnAll();
                next.proceed();
            });
        }
    }
}
