package dev.venicesim.tls;

import dev.venicesim.net.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names by which clients call the server.
 *
 * @param host what it listens on
 * @param publicHost the host of its public URL
 */
public record ServedNames(String host, Optional<String> publicHost) {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    public static ServedNames of(String host, Optional<String> publicUrl) {
        return new ServedNames(
                bare(host),
                publicUrl.flatMap(WebAddress::of).map(WebAddress::host).map(ServedNames::bare));
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Those that it was given; an address that means every interface is none. */
    List<String> given() {
        return Stream.concat(publicHost.stream(), Stream.of(host).filter(name -> !EVERYWHERE.contains(name)))
                .distinct()
                .toList();
    }

    /** Those, and what this machine calls itself. */
    List<String> all() {
        return Stream.concat(given().stream(), Stream.of("localhost", "127.0.0.1", "::1"))
                .distinct()
                .toList();
    }
}
