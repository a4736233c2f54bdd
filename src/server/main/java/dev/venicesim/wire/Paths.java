package dev.venicesim.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Percent-encoding of paths and query strings. */
public final class Paths {

    private Paths() {}

    /** The segments of a raw path, each decoded; {@code /a/b%2Fc} gives {@code a} and {@code b/c}. */
    static List<String> segments(String rawPath) {
        var segments = new ArrayList<String>();
        for (var start = rawPath.startsWith("/") ? 1 : 0; start <= rawPath.length(); ) {
            var slash = rawPath.indexOf('/', start);
            var end = slash < 0 ? rawPath.length() : slash;
            segments.add(decode(rawPath.substring(start, end), false));
            start = end + 1;
        }
        return segments;
    }

    /** The first value of a parameter in a raw query string. */
    public static Optional<String> parameter(String rawQuery, String name) {
        for (var start = 0; start < rawQuery.length(); ) {
            var ampersand = rawQuery.indexOf('&', start);
            var end = ampersand < 0 ? rawQuery.length() : ampersand;
            // within the parameter: a search to the end of the query at every ampersand would take time with its square
            var pair = rawQuery.substring(start, end);
            var equals = pair.indexOf('=');
            if (decode(equals < 0 ? pair : pair.substring(0, equals), true).equals(name)) {
                return Optional.of(equals < 0 ? "" : decode(pair.substring(equals + 1), true));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /** Decodes percent escapes as UTF-8; a broken escape stays as it is written. */
    public static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        var raw = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[raw.length];
        var size = 0;
        for (int i = 0; i < raw.length; i++) {
            var escaped = raw[i] == '%' && i + 2 < raw.length ? hex(raw[i + 1], raw[i + 2]) : -1;
            if (escaped >= 0) {
                i += 2;
            }
            var plain = raw[i] == '+' && plusIsSpace ? (byte) ' ' : raw[i];
            bytes[size++] = escaped >= 0 ? (byte) escaped : plain;
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        var first = Character.digit(high, 16);
        var second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
