package dev.venicesim.limits;

/**
 * One minute of one call: opened by its first request, closed sixty seconds later, when all requests are given back at once.
 *
 * @param openedAtMillis instant of the world's clock, in milliseconds since 1970
 * @param used requests admitted since
 */
record Window(LimitedCall call, long openedAtMillis, int used) {

    /**
     * The API announces one reset instant, so windows are fixed; the one recorded (1780580108941) is not at a full minute, so the first request opens them.
     * Source: api-facts 7, observed-behaviour A6.
     */
    static final long MILLIS = 60_000;

    static Window opened(LimitedCall call, long nowMillis) {
        return new Window(call, nowMillis, 0);
    }

    long resetsAtMillis() {
        return openedAtMillis + MILLIS;
    }

    /** This window, or a fresh one if it has closed. A request that was overtaken, and so is older than the window, belongs to it. */
    Window at(long nowMillis) {
        return nowMillis >= resetsAtMillis() ? opened(call, nowMillis) : this;
    }

    Window oneMore() {
        return new Window(call, openedAtMillis, used + 1);
    }
}
