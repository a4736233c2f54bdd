package dev.venicesim.catalog;

/**
 * A pattern of model ids: {@code *} stands for any run of characters, {@code ?} for one. Case counts, as it does in the
 * API.
 */
public record Glob(String pattern) {

    /** Longest pattern, and longest id that is looked at. */
    public static final int MAX_LENGTH = 200;

    /** Matches every id. */
    public static final Glob ANY = new Glob("*");

    public Glob {
        if (!isPattern(pattern)) {
            throw new IllegalArgumentException("a model pattern has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** Whether a text can be a pattern: 1 to {@value #MAX_LENGTH} characters. */
    public static boolean isPattern(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    /** Whether an id fits; its time is at most proportional to both lengths multiplied. */
    public boolean matches(String id) {
        if (id.length() > MAX_LENGTH) {
            return pattern.equals("*");
        }
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < id.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                retry = at;
            } else if (next < pattern.length() && fits(pattern.charAt(next), id.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(next).chars().allMatch(c -> c == '*');
    }

    private static boolean fits(char wanted, char is) {
        return wanted == '?' || wanted == is;
    }
}
