package dev.venicesim.control;

import dev.venicesim.wire.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Check whether a browser sent a request for a page of this server, by what it tells of the page it comes from. */
final class OwnOrigin {

    private static final String CROSS_SITE = "cross-site";

    private OwnOrigin() {}

    /** An origin's parts as browsers compare them. */
    private record Parts(String scheme, String host, int port) {

        static Optional<Parts> of(String origin) {
            try {
                var uri = URI.create(origin);
                if (uri.getScheme() == null || uri.getHost() == null) {
                    return Optional.empty();
                }
                var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
                var usual = scheme.equals("https") ? 443 : 80;
                return Optional.of(new Parts(
                        scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Whether nothing says that a page of another origin sent it. */
    static boolean admits(Request request) {
        var crossSite = request.headerValues("Sec-Fetch-Site").stream()
                .anyMatch(site -> site.strip().equalsIgnoreCase(CROSS_SITE));
        return !crossSite && request.headerValues("Origin").stream().allMatch(origin -> isOwn(request, origin));
    }

    /** Whether the browser itself says that a page of this server sent it. */
    static boolean vouchedFor(Request request) {
        return !request.headerValues("Origin").isEmpty()
                || request.header("Sec-Fetch-Site")
                        .filter("same-origin"::equals)
                        .isPresent();
    }

    /** Whether somebody follows a link to a page, which shows the page to them and nothing to where they come from. */
    static boolean isVisit(Request request) {
        return request.method().equals("GET")
                && request.headerValues("Origin").isEmpty()
                && request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
                && request.header("Sec-Fetch-Dest").filter("document"::equals).isPresent();
    }

    private static boolean isOwn(Request request, String origin) {
        var from = Parts.of(origin);
        var called = request.header("Host").map(host -> "http://" + host);
        return from.isPresent()
                && Stream.concat(Stream.of(request.origin()), called.stream())
                        .flatMap(own -> Parts.of(own).stream())
                        .anyMatch(from.get()::equals);
    }
}
