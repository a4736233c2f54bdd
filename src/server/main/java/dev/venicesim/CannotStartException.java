package dev.venicesim;

/** A simulator that could not start, with one line that says why and what to do. */
public final class CannotStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
