package dev.venicesim.net;

import java.util.Optional;

/** Scheme {@code Bearer} of the header {@code Authorization}. */
public final class BearerScheme {

    /** Longer keys are none, so that a key can be a map key and a log line. */
    public static final int MAX_LENGTH = 512;

    private static final String SCHEME = "bearer ";

    private BearerScheme() {}

    /**
     * The key in a header's value: the scheme in any case, blanks, visible ASCII without blanks. Read for every
     * request, so written without a pattern.
     */
    public static Optional<String> in(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var start = SCHEME.length();
        var end = value.length();
        while (start < end && value.charAt(start) == ' ') {
            start++;
        }
        while (end > start && value.charAt(end - 1) == ' ') {
            end--;
        }
        return isKey(value, start, end) ? Optional.of(value.substring(start, end)) : Optional.empty();
    }

    private static boolean isKey(String value, int start, int end) {
        for (var i = start; i < end; i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return end > start && end - start <= MAX_LENGTH;
    }
}
