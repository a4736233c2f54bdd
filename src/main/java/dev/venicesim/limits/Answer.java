package dev.venicesim.limits;

/**
 * How a request ended, as far as the budget of failed requests cares.
 *
 * @param status HTTP status sent
 */
public record Answer(int status, Kind kind) {

    /** Whether it is one of the two answers that invite the client to come back. */
    public enum Kind {
        USUAL,
        /** The 402 of a request without credentials. */
        DISCOVERY,
        /** The 409 that asks for consent. */
        NEEDS_CONSENT
    }

    public static Answer of(int status) {
        return new Answer(status, Kind.USUAL);
    }

    public static Answer discovery() {
        return new Answer(402, Kind.DISCOVERY);
    }

    public static Answer needsConsent() {
        return new Answer(409, Kind.NEEDS_CONSENT);
    }
}
