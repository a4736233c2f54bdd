package dev.venicesim.contract.http;

/**
 * A target that cannot be talked to any further, in one line for the user; nothing more is asked of it, and nothing is
 * paid.
 */
public final class TargetFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Kind {
        /** No usable answer comes from the address. */
        UNREACHABLE,
        /** It has answered before, and gives no whole reply now. */
        NO_REPLY,
        /** Its download link leads to another host, which cannot be reached. */
        DEAD_LINK,
        /** It refuses the user's key. */
        KEY_REFUSED,
        /** It asks to be left alone, again and again. */
        OVERLOADED,
        /** A job does not come to its end. */
        STALLED,
        /** The user wants the run to end. */
        STOPPED
    }

    private final Kind kind;

    public TargetFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    TargetFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Whether the same request may be answered a moment later. */
    boolean isPassing() {
        return kind == Kind.NO_REPLY || kind == Kind.DEAD_LINK;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
