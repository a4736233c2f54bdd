package dev.venicesim.control;

import dev.venicesim.net.HostKind;
import dev.venicesim.net.WebAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names by which the control API may be called. A strange page can make its own name lead to this machine (DNS
 * rebinding) and so pass for the same origin; it cannot choose a name of this list.
 *
 * @param host what the server was told to listen on
 * @param kind where that lies
 * @param publicHost the host of the public URL, if there is one
 */
record HostNames(String host, HostKind kind, Optional<String> publicHost) {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:/@?#\\\\\\s]+)(:\\d{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

    static HostNames of(String host, Optional<String> publicUrl) {
        var own = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        var address = WebAddress.of("http://" + own).orElseThrow();
        return new HostNames(
                address.host(),
                address.kind(),
                publicUrl.flatMap(WebAddress::of).map(WebAddress::host));
    }

    /** Whether a Host header's value names this server. */
    boolean know(String authority) {
        if (!AUTHORITY.matcher(authority).matches()) {
            return false;
        }
        var called = WebAddress.of("http://" + authority).orElseThrow();
        var name = called.host();
        return name.equals(host)
                || name.equals("localhost")
                || publicHost.filter(name::equals).isPresent()
                || (isAddress(name) && isOurs(called.kind()))
                || (isEverywhere() && isPrivateName(called));
    }

    private static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** A listener on loopback has every loopback address, one on all interfaces any address. */
    private boolean isOurs(HostKind called) {
        return isEverywhere() || (kind == HostKind.LOOPBACK && called == HostKind.LOOPBACK);
    }

    private boolean isEverywhere() {
        return host.equals("0.0.0.0") || host.equals("[::]");
    }

    /** A name that the public DNS does not give away: a service of a compose file, {@code *.internal}. */
    private static boolean isPrivateName(WebAddress called) {
        return called.host().indexOf('.') < 0 || called.kind() == HostKind.PRIVATE;
    }
}
