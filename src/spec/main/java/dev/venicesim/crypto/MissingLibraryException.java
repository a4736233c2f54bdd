package dev.venicesim.crypto;

/** An optional library is not on the class path; the message names the coordinates to add. */
public final class MissingLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    MissingLibraryException(String what, String coordinates, Throwable cause) {
        this(what + " needs " + coordinates + " on the class path: add that dependency", cause);
    }

    private MissingLibraryException(String remedy, Throwable cause) {
        super(remedy, cause);
        this.remedy = remedy;
    }

    /** The message: what needs which library. */
    public String remedy() {
        return remedy;
    }
}
