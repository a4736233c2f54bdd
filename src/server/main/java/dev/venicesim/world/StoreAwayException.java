package dev.venicesim.world;

/** A store that cannot be asked now, or that did not say whether it kept a change; it may be back in a moment. */
public final class StoreAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreAwayException(String message) {
        super(message);
    }

    public StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
