package dev.venicesim.control;

import dev.venicesim.control.AccessTokens.Role;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Filter that every request of the control API passes, on a loopback host as well: who was called, from which page, by
 * whom, with which kind of body. What it refuses has changed nothing.
 *
 * @param hosts the names this server may be called by
 * @param trustForwarded whether a proxy's headers say what was called
 * @param tokens who may do what
 * @param ended sessions that are over
 */
public record AccessFilter(HostNames hosts, boolean trustForwarded, AccessTokens tokens, EndedSessions ended) {

    private static final String BEARER = "bearer ";

    /** Sent with every reply; a page brings a policy of its own. */
    private static final Headers SAFE = Headers.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    public static AccessFilter of(
            String host, Optional<String> publicUrl, boolean trustForwarded, AccessTokens tokens) {
        return new AccessFilter(HostNames.of(host, publicUrl), trustForwarded, tokens, new EndedSessions());
    }

    /** Refuses a request that was addressed to somebody else. */
    void checkHost(Request request) {
        checkNames(request.headerValues("Host"));
        if (trustForwarded) {
            checkNames(request.headerValues("X-Forwarded-Host"));
        }
    }

    private void checkNames(List<String> names) {
        for (var name : names) {
            if (!hosts.know(name.strip())) {
                throw ProblemException.misdirected("the control API does not answer to the host \"" + name
                        + "\"; call it by the address it listens on or by localhost, or start serve with --public-url"
                        + " and the URL you call it by");
            }
        }
    }

    /** Refuses what a page of another origin sent, and what the caller may not do. */
    void checkCaller(Request request, ControlRoute route) {
        checkOrigin(request, route.right() == Right.OPEN && OwnOrigin.isVisit(request));
        var role = role(request);
        if (!role.may(route.right())) {
            throw role == Role.VIEWER
                    ? ProblemException.forbidden(
                            "the viewer token reads and never changes anything; send the admin token for this call")
                    : ProblemException.unauthorized();
        }
        if (route.right() == Right.CHANGE && isByCookie(request) && !OwnOrigin.vouchedFor(request)) {
            throw ProblemException.forbidden("a cookie changes something only for the page at " + ControlApi.ROOT
                    + " itself; send \"Authorization: Bearer <admin token>\" instead");
        }
        checkBody(request, route.body());
    }

    /** Refuses a request for what there is not, like any other to somebody who may not read. */
    void checkReader(Request request) {
        checkOrigin(request, false);
        if (role(request) == Role.NOBODY) {
            throw ProblemException.unauthorized();
        }
    }

    private static void checkOrigin(Request request, boolean visit) {
        if (!visit && !OwnOrigin.admits(request)) {
            throw ProblemException.forbidden("a page of another origin sent this, and the control API answers its own"
                    + " page alone; open " + request.origin() + ControlApi.ROOT
                    + ", or call from a program, which sends neither Origin nor Sec-Fetch-Site");
        }
    }

    private static void checkBody(Request request, BodyKind kind) {
        if (request.body().length == 0) {
            return;
        }
        var declared = request.header("Content-Type").orElse("");
        var type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!kind.takes(type)) {
            throw ProblemException.unsupportedMediaType("this call wants a body declared as " + kind.words() + ", not "
                    + (type.isEmpty() ? "one of no type" : "\"" + type + "\"") + "; add -H 'Content-Type: "
                    + "application/json' to curl");
        }
    }

    /** The role of whoever sent it: by its token, by its cookie, or that of a stranger. */
    Role role(Request request) {
        var token = bearer(request);
        if (token.isPresent()) {
            return tokens.of(token.get());
        }
        return cookie(request)
                .filter(seal -> !ended.has(seal))
                .map(tokens::ofSeal)
                .orElseGet(tokens::unknown);
    }

    private boolean isByCookie(Request request) {
        return !tokens.open() && bearer(request).isEmpty() && cookie(request).isPresent();
    }

    private static Optional<String> cookie(Request request) {
        return SessionCalls.cookie(request.headerValues("Cookie"));
    }

    static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    static Reply secured(Reply reply) {
        return reply.map(now -> now.withDefaults(SAFE));
    }
}
