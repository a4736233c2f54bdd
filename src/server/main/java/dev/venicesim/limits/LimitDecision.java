package dev.venicesim.limits;

/**
 * Decision whether a request may go on, and what is left of its window.
 *
 * @param state what to store; the given one if nothing changed
 * @param ruling admitted, or which limit refused
 * @param limit requests a minute, or {@link #UNLIMITED}
 * @param remaining requests left after this one
 * @param resetsAtMillis when the window closes or the block ends, by the world's clock
 * @param failures those that the request is held to
 */
public record LimitDecision(
        LimitState state, Ruling ruling, int limit, int remaining, long resetsAtMillis, FailureCount failures) {

    /** The limit of a call that has none. */
    public static final int UNLIMITED = -1;

    /** Admitted, or which limit refused. */
    public enum Ruling {
        ADMITTED,
        WINDOW_USED_UP,
        BLOCKED_FOR_FAILURES
    }

    public boolean admitted() {
        return ruling == Ruling.ADMITTED;
    }

    boolean limited() {
        return limit != UNLIMITED;
    }
}
