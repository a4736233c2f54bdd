package dev.venicesim.crypto;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of hosts as certificates carry them. */
public final class HostNaming {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private HostNaming() {}

    /** Whether it is an address of IPv4 or IPv6 and no name; nothing is looked up. */
    public static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    /** The hosts that a certificate is for, as it has them; clients of today look at no other names. */
    public static List<String> of(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().flatMap(HostNaming::host).toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static Stream<String> host(List<?> name) {
        var known = name.get(0) instanceof Integer type && (type == DNS || type == ADDRESS);
        return known ? Stream.of(String.valueOf(name.get(1))) : Stream.empty();
    }

    /** Whether one of a certificate's names stands for a host; {@code *} stands for one label, the first. */
    public static boolean covers(List<String> names, String host) {
        var wanted = host.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> isSame(name.toLowerCase(Locale.ROOT), wanted));
    }

    private static boolean isSame(String name, String host) {
        if (isAddress(name) || isAddress(host)) {
            return isAddress(name)
                    && isAddress(host)
                    && address(name)
                            .filter(own -> address(host).filter(own::equals).isPresent())
                            .isPresent();
        }
        var dot = host.indexOf('.');
        return name.equals(host)
                || (name.startsWith("*.") && dot > 0 && name.substring(1).equals(host.substring(dot)));
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
