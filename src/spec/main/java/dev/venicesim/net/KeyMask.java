package dev.venicesim.net;

import java.util.regex.Pattern;

/**
 * Mask of the user's key in what a report may show. It matches the key as a whole token, and a key so short that it may
 * be a word of its own only where it stands as a credential: a key of one letter must not blank that letter everywhere.
 */
public final class KeyMask {

    /** Letters of a key from which on it is hidden wherever it stands. */
    public static final int SHORTEST_SECRET = 8;

    private final Pattern key;

    public KeyMask(String key) {
        var before = key.length() < SHORTEST_SECRET ? "(?<=Bearer )" : "(?<![\\w.~-])";
        this.key = Pattern.compile(before + Pattern.quote(key) + "(?![\\w.~-])");
    }

    public String masked(String text) {
        return key.matcher(text).replaceAll("***");
    }
}
