package dev.venicesim.store;

/** A snapshot that is none, or that this version cannot read; the message says which and what to do. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SnapshotException(String message) {
        super(message);
    }

    SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
