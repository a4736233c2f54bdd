package dev.venicesim.limits;

import dev.venicesim.api.LimitClass;

/**
 * One minute of one call: opened by its first request, closed sixty seconds later, when all requests are given back at
 * once.
 *
 * @param openedAtMillis instant of the world's clock, in milliseconds since 1970
 * @param used requests admitted since
 */
record RequestWindow(LimitClass call, long openedAtMillis, int used) {

    /**
     * The API announces one reset instant, so windows are fixed; the one recorded (1780580108941) is not at a full
     * minute, so the first request opens them. Source: docs/api/limits-and-headers.md#windows.
     */
    static final long MILLIS = 60_000;

    static RequestWindow opened(LimitClass call, long nowMillis) {
        return new RequestWindow(call, nowMillis, 0);
    }

    long resetsAtMillis() {
        return openedAtMillis + MILLIS;
    }

    /**
     * This window, or a fresh one if it has closed. A request that was overtaken, and so is older than the window,
     * belongs to it.
     */
    RequestWindow at(long nowMillis) {
        return nowMillis >= resetsAtMillis() ? opened(call, nowMillis) : this;
    }

    RequestWindow oneMore() {
        return new RequestWindow(call, openedAtMillis, used + 1);
    }
}
