package dev.venicesim.store;

/** A store that cannot be opened; the message names the setting, its value and the fix. */
public final class CannotOpenStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotOpenStoreException(String value, String says, Throwable cause) {
        super("store cannot be \"" + value + "\": " + says, cause);
    }

    CannotOpenStoreException(String value, String says) {
        super("store cannot be \"" + value + "\": " + says);
    }
}
