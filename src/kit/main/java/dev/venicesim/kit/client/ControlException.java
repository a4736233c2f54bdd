package dev.venicesim.kit.client;

/** The control API refused a call, or could not be reached; the message says which call and what to do. */
public final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    ControlException(String call, int status, String detail) {
        super(call + " answered " + status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    public ControlException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.detail = message;
    }

    /** The HTTP status; 0 if there was no answer. */
    public int status() {
        return status;
    }

    /** What the simulator says is wrong, without the call. */
    public String detail() {
        return detail;
    }
}
