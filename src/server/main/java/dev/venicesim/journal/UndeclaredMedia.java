package dev.venicesim.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Text that is base64 of a medium without saying so: it begins as one of the known formats does, or is long. */
final class UndeclaredMedia {

    /** No word and no id is as long without a blank. */
    private static final int LONG = 200;

    private static final int SHORTEST = 24;

    /** Letters of base64 in its two alphabets, by their code. */
    private static final boolean[] LETTERS = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-"
                .chars()
                .forEach(letter -> LETTERS[letter] = true);
    }

    /** How PNG, JPEG, GIF, RIFF, TIFF, WebM, MP3, Ogg, FLAC and PDF begin in base64. */
    private static final List<String> BEGINNINGS = List.of(
            "iVBORw0KGgo",
            "/9j/",
            "R0lGOD",
            "UklGR",
            "SUkqA",
            "TU0AK",
            "GkXfo",
            "SUQz",
            "//uQ",
            "//sw",
            "T2dnU",
            "ZkxhQ",
            "JVBERi");

    /** Where in base64 the word stands with which MP4, AVIF and HEIC begin, after their first length. */
    private static final String BOX = "Z0eX";

    private static final int BOX_AT = 6;

    /** How their first length begins. */
    private static final String LENGTH = "AAAA";

    /** With which letters all of these begin. */
    private static final String FIRST_LETTERS = BEGINNINGS.stream()
            .map(beginning -> beginning.substring(0, 1))
            .distinct()
            .collect(Collectors.joining("", "", LENGTH.substring(0, 1)));

    private static final String SCHEME = "data";

    private UndeclaredMedia() {}

    /** The medium that a whole text is; empty if it is none. */
    static Optional<KeptDataUrl> read(String text) {
        if (text.length() < SHORTEST || !isMedium(text, 0, text.length()) || run(text, 0) < text.length()) {
            return Optional.empty();
        }
        var bytes = decoded(text);
        return Optional.of(new KeptDataUrl("base64", Hashes.sha256(bytes, 0, bytes.length), bytes.length));
    }

    /** What a text decodes to; its own bytes if it is no base64 after all. */
    static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Whether a text holds something that may be a medium, with or without the head of a data URL. One loop without
     * calls: every body that is kept passes it, and most of a young JVM's time is what is not compiled yet.
     */
    static boolean isSuspicious(byte[] bytes) {
        var run = 0;
        for (var at = 0; at < bytes.length; at++) {
            var letter = bytes[at];
            if (letter >= 0 && LETTERS[letter]) {
                run++;
                continue;
            }
            if (run >= SHORTEST && isMedium(bytes, at - run, run)) {
                return true;
            }
            run = 0;
            if ((letter == ':' && endsWithScheme(bytes, at))
                    || (letter == '\\' && at + 1 < bytes.length && bytes[at + 1] == 'u')) {
                return true;
            }
        }
        return run >= SHORTEST && isMedium(bytes, bytes.length - run, run);
    }

    /** Whether the word before a colon ends as {@code data} does, in letters of any case. */
    private static boolean endsWithScheme(byte[] bytes, int colon) {
        return colon >= SCHEME.length()
                && new String(bytes, colon - SCHEME.length(), SCHEME.length(), StandardCharsets.ISO_8859_1)
                        .equalsIgnoreCase(SCHEME);
    }

    /** A text without the base64 of media. */
    static String masked(String text) {
        if (!hasRun(text)) {
            return text;
        }
        var out = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var end = isLetter(text.charAt(at)) ? run(text, at) : at + 1;
            var word = text.substring(at, end);
            out.append(
                    read(word).map(medium -> new DataUrlText(0, medium).mark()).orElse(word));
            at = end;
        }
        return out.toString();
    }

    /** Whether a text has a run of letters that is long enough; each such run covers a place that is looked at. */
    private static boolean hasRun(String text) {
        var length = text.length();
        for (var at = SHORTEST - 1; at < length; at += SHORTEST) {
            if (isLetter(text.charAt(at))) {
                var from = at;
                while (from > 0 && at - from < SHORTEST - 1 && isLetter(text.charAt(from - 1))) {
                    from--;
                }
                var to = at;
                while (to < length && to - from < SHORTEST && isLetter(text.charAt(to))) {
                    to++;
                }
                if (to - from >= SHORTEST) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int run(String text, int from) {
        var at = from;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char letter) {
        return letter < LETTERS.length && LETTERS[letter];
    }

    private static boolean isMedium(byte[] bytes, int from, int length) {
        return length >= LONG || isMedium(new String(bytes, from, SHORTEST, StandardCharsets.ISO_8859_1), 0, SHORTEST);
    }

    private static boolean isMedium(String text, int from, int to) {
        var length = to - from;
        if (length >= LONG || length < SHORTEST || FIRST_LETTERS.indexOf(text.charAt(from)) < 0) {
            return length >= LONG;
        }
        for (var beginning : BEGINNINGS) {
            if (text.startsWith(beginning, from)) {
                return true;
            }
        }
        return text.startsWith(LENGTH, from) && text.startsWith(BOX, from + BOX_AT);
    }
}
