package dev.venicesim.net;

import java.util.regex.Pattern;

/** Mask of the tokens of download links, each of which is the right to fetch a video. */
public final class LinkMask {

    /** A mark that ends it is the sentence's in which it stands. */
    private static final Pattern LINK = Pattern.compile("(/share/read/)[^\\s\"'<>\\\\]*[^\\s\"'<>\\\\,;:.!?)\\]}]");

    private LinkMask() {}

    public static String masked(String text) {
        return LINK.matcher(text).replaceAll("$1***");
    }
}
