package dev.venicesim.limits;

/**
 * Request that has ended, as far as the budget of failed requests cares.
 *
 * @param status HTTP status sent
 */
public record FinishedRequest(int status, Kind kind) {

    /** Whether it is one of the two answers that invite the client to come back. */
    public enum Kind {
        USUAL,
        /** The 402 of a request without credentials. */
        DISCOVERY,
        /** The 409 that asks for consent. */
        NEEDS_CONSENT
    }

    public static FinishedRequest of(int status) {
        return new FinishedRequest(status, Kind.USUAL);
    }

    public static FinishedRequest discovery() {
        return new FinishedRequest(402, Kind.DISCOVERY);
    }

    public static FinishedRequest needsConsent() {
        return new FinishedRequest(409, Kind.NEEDS_CONSENT);
    }
}
