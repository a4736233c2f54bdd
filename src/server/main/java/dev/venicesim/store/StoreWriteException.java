package dev.venicesim.store;

/** A batch that could not be written; nothing of it was. */
final class StoreWriteException extends Exception {
    private static final long serialVersionUID = 1;

    StoreWriteException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
