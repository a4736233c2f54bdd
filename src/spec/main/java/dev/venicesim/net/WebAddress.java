package dev.venicesim.net;

import java.util.Locale;
import java.util.Optional;

/**
 * An {@code http} or {@code https} URL, taken apart as a browser does it.
 *
 * @param host in lower case, percent escapes undone; IPv6 in brackets; empty if the URL has none
 * @param kind where the host lies
 * @param path with its percent escapes undone; empty if the URL has none
 */
public record WebAddress(String host, HostKind kind, String path) {

    /** Reads a text with blanks around it dropped; empty if its scheme is another or it has none. */
    public static Optional<WebAddress> of(String text) {
        var url = text.strip();
        var from = afterScheme(url);
        if (from == 0) {
            return Optional.empty();
        }
        var authorityEnd = firstOf(url, from, "/\\?#");
        var authority = url.substring(from, authorityEnd);
        var pathEnd = firstOf(url, authorityEnd, "?#");
        var host = host(authority.substring(authority.lastIndexOf('@') + 1));
        var path = PercentDecoder.decode(url.substring(authorityEnd, pathEnd));
        return Optional.of(new WebAddress(host, Hosts.kind(host), path));
    }

    private static int afterScheme(String url) {
        // browsers read a backslash as a slash
        var scheme = url.substring(0, Math.min(8, url.length()))
                .toLowerCase(Locale.ROOT)
                .replace('\\', '/');
        return scheme.startsWith("https://") ? 8 : scheme.startsWith("http://") ? 7 : 0;
    }

    private static String host(String hostAndPort) {
        var bracketed = hostAndPort.startsWith("[");
        var end = bracketed ? hostAndPort.indexOf(']') + 1 : hostAndPort.indexOf(':');
        var host = end <= 0 ? hostAndPort.replaceFirst(":.*", "") : hostAndPort.substring(0, end);
        return bracketed ? host.toLowerCase(Locale.ROOT) : Hosts.normalise(PercentDecoder.decode(host));
    }

    private static int firstOf(String text, int from, String stops) {
        var at = from;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
