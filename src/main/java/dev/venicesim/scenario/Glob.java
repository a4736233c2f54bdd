package dev.venicesim.scenario;

/**
 * A pattern of model ids: {@code *} stands for any run of characters, {@code ?} for one. Case counts, as it does in the API.
 */
public record Glob(String pattern) {

    /** Longest pattern, and longest id that is looked at. */
    public static final int MAX_LENGTH = 200;

    /** Matches every id. */
    public static final Glob ANY = new Glob("*");

    public Glob {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a model pattern has 1 to " + MAX_LENGTH + " characters");
        }
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
