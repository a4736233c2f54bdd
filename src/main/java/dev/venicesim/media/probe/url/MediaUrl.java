package dev.venicesim.media.probe.url;

import dev.venicesim.media.probe.facts.MediaFacts;
import java.util.Locale;

/**
 * A medium somewhere on the web, which is never fetched and whose host is never looked up.
 *
 * @param url as it was written; the medium's identity
 * @param host in lower case; IPv6 in brackets
 * @param hostKind where the host lies
 * @param magic what the path declares
 */
public record MediaUrl(String url, String host, HostKind hostKind, MagicName magic) implements MediaReference {

    static MediaReference parse(String written) {
        String url = written.strip();
        String scheme = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        // browsers read a backslash as a slash
        boolean web = scheme.replace('\\', '/').startsWith("http://")
                || scheme.replace('\\', '/').startsWith("https://");
        if (!web) {
            return new NotMedia(url.substring(0, Math.min(64, url.length())));
        }
        int from = scheme.indexOf(':') + 3;
        int authorityEnd = firstOf(url, from, "/\\?#");
        String authority = url.substring(from, authorityEnd);
        int pathEnd = firstOf(url, authorityEnd, "?#");
        String host = host(authority.substring(authority.lastIndexOf('@') + 1));
        MagicName magic = MagicName.of(PercentDecoder.decode(url.substring(authorityEnd, pathEnd)));
        return new MediaUrl(written, host, Hosts.kind(host), magic);
    }

    /** What is known of it from its name alone. */
    public MediaFacts facts() {
        return MediaFacts.unfetched(url, magic.measures());
    }

    private static String host(String hostAndPort) {
        boolean bracketed = hostAndPort.startsWith("[");
        int end = bracketed ? hostAndPort.indexOf(']') + 1 : hostAndPort.indexOf(':');
        String host = end <= 0 ? hostAndPort.replaceFirst(":.*", "") : hostAndPort.substring(0, end);
        return bracketed ? host.toLowerCase(Locale.ROOT) : Hosts.normalise(PercentDecoder.decode(host));
    }

    private static int firstOf(String text, int from, String stops) {
        int at = from;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
