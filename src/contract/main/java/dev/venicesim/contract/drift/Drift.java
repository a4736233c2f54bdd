package dev.venicesim.contract.drift;

/**
 * One point in which the API has moved away from an edition.
 *
 * @param severity what it does to clients written for the edition
 * @param place what it is about: a model and its constraint, or a schema and a pointer into it
 * @param says what is different, values included
 */
public record Drift(Severity severity, String place, String says) {

    /** What a difference does to a client written for the edition. */
    public enum Severity {
        /** Requests that were taken are refused, or replies lack what was promised. */
        BREAKING,
        /** A client may notice. */
        NOTABLE,
        /** Only more is possible. */
        HARMLESS
    }

    @Override
    public String toString() {
        return severity + " " + place + ": " + says;
    }
}
