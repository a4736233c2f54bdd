package dev.venicesim.cli;

import dev.venicesim.Defaults;
import java.util.Map;

/** Address that {@code serve} in the same environment listens on. */
final class ServedUrl {

    private ServedUrl() {}

    /** Scheme, host and port; an address that means every interface is asked over loopback. */
    static String in(Map<String, String> variables) {
        var environment = new EnvironmentDefaults(variables);
        var host = environment.value("--host");
        var port = environment.value("--port");
        return (environment.value("--tls") == null ? "http://" : "https://")
                + reachable(host == null ? Defaults.HOST : host) + ":" + (port == null ? "" + Defaults.PORT : port);
    }

    /** An address that a user gives, without a slash at its end. */
    static String given(String url) {
        if (!url.matches("(?i)https?://[^/\\s]+.*")) {
            throw CommandFailure.misuse(
                    new IllegalArgumentException("url cannot be \"" + url + "\": give http://HOST:PORT"));
        }
        return url.replaceFirst("/+$", "");
    }

    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
