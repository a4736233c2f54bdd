package dev.venicesim.net;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Reader of hosts: it tells where one lies by its spelling, as a browser reads it. */
final class Hosts {

    private static final int LONGEST = 255;
    private static final String FORBIDDEN = " \t\n\r#%/<>?@\\^|\"{}`";

    private static final List<String> PRIVATE_SUFFIXES = List.of("local", "internal", "localdomain", "home.arpa");

    private Hosts() {}

    /** Lower case, full-width letters and digits made plain, the root's dot dropped. */
    static String normalise(String host) {
        String plain = Normalizer.normalize(host, Normalizer.Form.NFKC).replace('\u3002', '.');
        String lower = plain.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static HostKind kind(String normalised) {
        if (normalised.isEmpty() || normalised.length() > LONGEST) {
            return HostKind.INVALID;
        }
        if (normalised.startsWith("[")) {
            boolean closed = normalised.endsWith("]");
            return closed ? Ipv6.kind(normalised.substring(1, normalised.length() - 1)) : HostKind.INVALID;
        }
        if (normalised.chars().anyMatch(c -> c < ' ' || c == ':' || FORBIDDEN.indexOf(c) >= 0)) {
            return HostKind.INVALID;
        }
        if (Ipv4.looksLike(normalised)) {
            var address = Ipv4.parse(normalised);
            return address.isPresent() ? Ipv4.kind(address.getAsLong()) : HostKind.INVALID;
        }
        return name(normalised);
    }

    private static HostKind name(String host) {
        if (under(host, "localhost")) {
            return HostKind.LOOPBACK;
        }
        return PRIVATE_SUFFIXES.stream().anyMatch(suffix -> under(host, suffix)) ? HostKind.PRIVATE : HostKind.PUBLIC;
    }

    private static boolean under(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
