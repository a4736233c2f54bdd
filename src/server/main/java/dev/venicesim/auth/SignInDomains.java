package dev.venicesim.auth;

import dev.venicesim.api.Verified;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Domains that a sign-in may be addressed to: this server as the caller knows it, with or without its port, or one of
 * Venice's own hosts, whose port does not matter. A scheme or a path about the host is not looked at.
 */
final class SignInDomains {

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#domains-of-a-sign-in")
    private static final Set<String> VENICE =
            Set.of("api.venice.ai", "venice.ai", "outerface.venice.ai", "preview.venice.ai", "staging.venice.ai");

    private SignInDomains() {}

    static boolean accepts(String domain, List<String> hosts) {
        var asked = host(domain.toLowerCase(Locale.ROOT));
        return VENICE.contains(withoutPort(asked))
                || hosts.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .anyMatch(host -> asked.equals(host) || asked.equals(withoutPort(host)));
    }

    private static String host(String domain) {
        var start = domain.indexOf("://");
        var host = start < 0 ? domain : domain.substring(start + 3);
        var path = host.indexOf('/');
        return path < 0 ? host : host.substring(0, path);
    }

    private static String withoutPort(String host) {
        var colon = host.lastIndexOf(':');
        var isPort = colon >= 0
                && colon > host.lastIndexOf(']')
                && host.substring(colon + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isPort ? host.substring(0, colon) : host;
    }
}
