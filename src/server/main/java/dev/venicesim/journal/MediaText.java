package dev.venicesim.journal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Mask of media inside texts that the journal keeps: hash, size and type take the place of each data URL, however short,
 * and of base64 that has no such head. Every method takes time that is linear in the length of its text.
 */
public final class MediaText {

    private static final String SCHEME = "data:";

    private MediaText() {}

    /** A text without its data URLs. */
    public static String masked(String text) {
        var start = next(text, 0);
        if (start < 0) {
            return text;
        }
        var out = new StringBuilder();
        var done = 0;
        while (start >= 0) {
            var medium = DataUrlText.at(text, start);
            var end = medium.map(DataUrlText::end).orElse(start + SCHEME.length());
            out.append(text, done, start);
            out.append(medium.map(DataUrlText::mark).orElse(text.substring(start, end)));
            done = end;
            start = next(text, end);
        }
        return out.append(text, done, text.length()).toString();
    }

    /** A text without its data URLs, and without base64 of media that has no such head. */
    public static String maskedAll(String text) {
        return UndeclaredMedia.masked(masked(text));
    }

    /** The same of each line. */
    public static List<String> maskedAll(List<String> lines) {
        var masked = new String[lines.size()];
        for (var index = 0; index < masked.length; index++) {
            masked[index] = maskedAll(lines.get(index));
        }
        return List.of(masked);
    }

    /** Where the next text begins that may be a data URL; -1 if none does. */
    private static int next(String text, int from) {
        for (var colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            var start = colon - SCHEME.length() + 1;
            if (start >= from && text.regionMatches(true, start, SCHEME, 0, SCHEME.length())) {
                return start;
            }
        }
        return -1;
    }

    /** A query string without its data URLs, whether they are percent-encoded or not. */
    public static String maskedQuery(String query) {
        if (isPlain(query)) {
            return query;
        }
        var pairs = new ArrayList<String>();
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            pairs.add(pair.substring(0, equals + 1) + maskedPart(pair.substring(equals + 1)));
        }
        return String.join("&", pairs);
    }

    /** A path without its data URLs, whether they are percent-encoded or not; what follows one in the path goes with it. */
    public static String maskedPath(String path) {
        if (isPlain(path)) {
            return UndeclaredMedia.masked(path);
        }
        var first = path.toLowerCase(Locale.ROOT).indexOf(SCHEME.substring(0, SCHEME.length() - 1));
        return first < 0 ? path : path.substring(0, first) + maskedPart(path.substring(first));
    }

    private static boolean isPlain(String address) {
        return address.indexOf(':') < 0 && address.indexOf("%3") < 0;
    }

    /** A part of an address, encoded again only where something was masked. */
    private static String maskedPart(String part) {
        // a plus is a letter of base64 here, whatever it may stand for in a form
        var plain = decoded(part.replace("+", "%2B")).orElse(part);
        var masked = masked(plain);
        return masked.equals(plain) ? part : URLEncoder.encode(masked, StandardCharsets.UTF_8);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Headers without their data URLs; the same map if there are none. */
    public static Map<String, String> masked(Map<String, String> headers) {
        Map<String, String> changed = Map.of();
        for (var header : headers.entrySet()) {
            var value = masked(header.getValue());
            if (!value.equals(header.getValue())) {
                changed = changed.isEmpty() ? new HashMap<>(headers) : changed;
                changed.put(header.getKey(), value);
            }
        }
        return changed.isEmpty() ? headers : changed;
    }
}
