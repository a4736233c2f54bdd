package dev.venicesim.validation;

import dev.venicesim.error.Verified;
import dev.venicesim.error.ViolationTexts;
import java.util.Locale;
import java.util.Optional;

/** Judges the text of a media field without reading more of it than its head. */
@Verified(on = "2026-10-02", source = "OpenAPI field descriptions; observed A2 (private and loopback hosts)")
final class MediaAddress {

    private MediaAddress() {}

    /** What is wrong with an address, if anything. */
    static Optional<String> complaint(String text, boolean data) {
        if (hasPrefix(text, "data:")) {
            return data ? Optional.empty() : Optional.of(ViolationTexts.NOT_A_WEB_ADDRESS);
        }
        var start = hasPrefix(text, "https://") ? 8 : hasPrefix(text, "http://") ? 7 : 0;
        if (start == 0) {
            return Optional.of(data ? ViolationTexts.NOT_AN_ADDRESS : ViolationTexts.NOT_A_WEB_ADDRESS);
        }
        var host = host(text, start);
        if (host.isEmpty()) {
            return Optional.of(data ? ViolationTexts.NOT_AN_ADDRESS : ViolationTexts.NOT_A_WEB_ADDRESS);
        }
        return PublicHosts.contains(host) ? Optional.empty() : Optional.of(ViolationTexts.NOT_PUBLIC);
    }

    private static boolean hasPrefix(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** The host in lower case, without user, port, brackets or a closing dot. */
    private static String host(String text, int start) {
        var end = start;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var authority = text.substring(start, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (authority.startsWith("[")) {
            var close = authority.indexOf(']');
            return close < 0 ? "" : authority.substring(1, close);
        }
        var colon = authority.indexOf(':');
        var name = colon < 0 ? authority : authority.substring(0, colon);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
