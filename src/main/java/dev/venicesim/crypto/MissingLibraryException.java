package dev.venicesim.crypto;

/** An optional library is not on the class path; the message names the coordinates to add. */
public final class MissingLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingLibraryException(String what, String coordinates, Throwable cause) {
        super(what + " needs " + coordinates + " on the class path: add that dependency", cause);
    }
}
