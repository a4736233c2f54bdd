package dev.venicesim.journal.finding;

import java.util.Locale;

/** Severity of a finding. */
public enum Severity {
    /** Explains what happened, and is no fault of the client's. */
    INFO,
    /** Works today, and will be throttled or refused some day. */
    WARNING,
    /** Costs money, loses a video, or gives a secret away. */
    ERROR;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
