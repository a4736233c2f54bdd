package dev.venicesim.journal.finding;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Works today, and will be throttled or refused some day. */
    WARNING,
    /** Costs money, loses a video, or gives a secret away. */
    ERROR;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
