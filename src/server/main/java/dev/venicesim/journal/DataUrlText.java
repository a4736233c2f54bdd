package dev.venicesim.journal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Data URL inside a longer text.
 *
 * @param end where it ends
 * @param medium what it holds
 */
record DataUrlText(int end, KeptDataUrl medium) {

    private static final int LONGEST_HEAD = 200;
    private static final String BASE64 = ";base64";

    /** The one that begins at a position, with its scheme; empty if it is none after all. */
    static Optional<DataUrlText> at(String text, int start) {
        var head = start + "data:".length();
        var comma = comma(text, head);
        if (comma < 0) {
            return Optional.empty();
        }
        var named = text.substring(head, comma);
        var base64 = named.toLowerCase(Locale.ROOT).endsWith(BASE64);
        var type = base64 ? named.substring(0, named.length() - BASE64.length()) : named;
        var end = start == 0 ? text.length() : end(text, comma + 1);
        return Optional.of(new DataUrlText(end, medium(type, text.substring(comma + 1, end), base64)));
    }

    private static int comma(String text, int head) {
        for (var at = head; at < Math.min(text.length(), head + LONGEST_HEAD); at++) {
            var letter = text.charAt(at);
            if (letter == ',') {
                return at;
            }
            if (isBoundary(letter)) {
                return -1;
            }
        }
        return -1;
    }

    private static int end(String text, int from) {
        var at = from;
        while (at < text.length() && !isBoundary(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBoundary(char letter) {
        return letter <= ' ' || "\"'<>()[]{}\\".indexOf(letter) >= 0;
    }

    private static KeptDataUrl medium(String type, String payload, boolean base64) {
        var bytes = base64 ? UndeclaredMedia.decoded(payload) : payload.getBytes(StandardCharsets.UTF_8);
        return new KeptDataUrl(type, Hashes.sha256(bytes, 0, bytes.length), bytes.length);
    }

    String mark() {
        return "[medium " + medium.type() + ", " + medium.bytes() + " bytes, sha256 " + medium.sha256() + "]";
    }
}
