package dev.venicesim.coverage;

import java.util.Locale;

/** Kind of what a client can meet. */
public enum CoverageKind {
    /** An operation's reply of a status. */
    REPLY,
    /** What becomes of a job. */
    OUTCOME,
    /** What goes wrong on the wire. */
    FAULT,
    /** A family of models, by the maker's name that their ids begin with. */
    FAMILY;

    /** The name in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
