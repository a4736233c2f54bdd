package dev.venicesim.store;

/** A stored value that is none: what was written cannot be read by this version. */
final class StoredValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoredValueException(String message) {
        super(message);
    }

    StoredValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
