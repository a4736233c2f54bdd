package dev.venicesim.control.pact;

/** A state that cannot be set up, and why; what was there before is unchanged unless it says otherwise. */
public final class StateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean unknown;

    private StateException(String says, boolean unknown) {
        super(says, null, false, false);
        this.unknown = unknown;
    }

    static StateException unknown(String says) {
        return new StateException(says, true);
    }

    static StateException bad(String says) {
        return new StateException(says, false);
    }

    /** Whether no state has this name. */
    public boolean isUnknown() {
        return unknown;
    }

    /** The sentence. */
    public String says() {
        return String.valueOf(getMessage());
    }
}
