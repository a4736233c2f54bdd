package dev.venicesim.contract.drift;

import java.util.Locale;

/**
 * One point in which the API has moved away from what it was.
 *
 * @param severity what it does to clients written for what was
 * @param felt by what of the API a client feels it
 * @param where a model, an operation with its part, or a schema and the way into it, which ends in a dot
 * @param subject the field there that it is about; empty if it is about the whole
 * @param says what is different, values included
 * @param gist what it says without its values, by which many of its kind are told as one
 */
public record Drift(Severity severity, Felt felt, String where, String subject, String says, String gist) {

    /** What a difference does to a client written for what was. */
    public enum Severity {
        /** Requests that were taken are refused, or replies lack what was promised. */
        BREAKING,
        /** A client may notice. */
        NOTABLE,
        /** Only more is possible. */
        HARMLESS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What of the API a client feels a difference by, what hurts most first. */
    public enum Felt {
        ADDRESS,
        OPERATION,
        MODEL,
        ACCESS,
        STATUS,
        CONSTRAINT,
        FIELD,
        MONEY,
        CALLBACK,
        HEADER,
        DESCRIPTION,
        NAME;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Drift of(Severity severity, Felt felt, String where, String says) {
        return about(severity, felt, where, "", says);
    }

    static Drift about(Severity severity, Felt felt, String where, String subject, String says) {
        return new Drift(severity, felt, where, subject, says, says);
    }

    /** The same, told together with others that say so, whatever their values. */
    Drift alike(String shared) {
        return new Drift(severity, felt, where, subject, says, shared);
    }

    /** Where it is, the field included. */
    public String place() {
        return subject.isEmpty() || where.endsWith(".") ? where + subject : where + " " + subject;
    }

    @Override
    public String toString() {
        return severity + " " + place() + ": " + says;
    }
}
