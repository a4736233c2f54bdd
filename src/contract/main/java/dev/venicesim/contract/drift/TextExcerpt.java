package dev.venicesim.contract.drift;

/** Excerpt of two texts around the words in which they differ. */
final class TextExcerpt {

    private static final int BESIDE = 30;
    private static final int LONGEST = 120;

    private TextExcerpt() {}

    static String ofChange(String was, String is) {
        var shorter = Math.min(was.length(), is.length());
        var from = 0;
        while (from < shorter && was.charAt(from) == is.charAt(from)) {
            from++;
        }
        var same = 0;
        while (same < shorter - from && was.charAt(was.length() - 1 - same) == is.charAt(is.length() - 1 - same)) {
            same++;
        }
        return excerpt(was, from, was.length() - same) + " became " + excerpt(is, from, is.length() - same);
    }

    private static String excerpt(String text, int from, int to) {
        var first = word(text, Math.max(0, from - BESIDE), -1);
        var last = word(text, Math.min(text.length(), Math.min(to, from + LONGEST) + BESIDE), 1);
        return (first > 0 ? "\"..." : "\"") + text.substring(first, last) + (last < text.length() ? "...\"" : "\"");
    }

    /** The nearest end of a word, going one way. */
    private static int word(String text, int at, int step) {
        var place = at;
        while (place > 0
                && place < text.length()
                && !Character.isWhitespace(text.charAt(step < 0 ? place - 1 : place))
                && Math.abs(place - at) < BESIDE) {
            place += step;
        }
        return place;
    }
}
