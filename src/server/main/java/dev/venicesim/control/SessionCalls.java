package dev.venicesim.control;

import dev.venicesim.control.AccessTokens.Role;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.IdGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Calls by which a browser, which cannot send a token with each request, signs in and out. */
final class SessionCalls {

    private static final String COOKIE = "venice-sim-session";
    private static final int SESSION_BYTES = 8;

    private final AccessFilter access;
    private final IdGenerator ids;

    SessionCalls(AccessFilter access, IdGenerator ids) {
        this.access = access;
        this.ids = ids;
    }

    /** What a caller may do, and whether signing in would change that. */
    Reply show(Request request) {
        var role = access.role(request);
        return Reply.json(
                200,
                Json.object()
                        .put("role", role.name().toLowerCase(Locale.ROOT))
                        .put("open", access.tokens().open()));
    }

    Reply signIn(Request request) {
        var token = ControlBody.of(request)
                .knowing(Set.of("token"))
                .text("token")
                .orElseThrow(() -> ProblemException.badRequest("send {\"token\":\"...\"}, the admin or viewer token"));
        if (!access.tokens().knows(token)) {
            throw ProblemException.wrongToken();
        }
        var role = access.tokens().of(token) == Role.ADMIN ? "admin" : "viewer";
        return Reply.json(
                        200,
                        Json.object()
                                .put("role", role)
                                .put("open", access.tokens().open()))
                .with("Set-Cookie", cookie(request, AccessTokens.seal(token, ids.hex(SESSION_BYTES))));
    }

    /** The session is over, whoever else has its cookie. */
    Reply signOut(Request request) {
        access.ended().end(request.headerValues("Cookie"));
        return Reply.empty(204).with("Set-Cookie", cookie(request, "") + "; Max-Age=0");
    }

    private static String cookie(Request request, String value) {
        var secure = request.origin().startsWith("https:") ? "; Secure" : "";
        return COOKIE + "=" + value + "; Path=" + ControlApi.ROOT + "; HttpOnly; SameSite=Strict" + secure;
    }

    /** What the cookie among these headers holds. */
    static Optional<String> cookie(List<String> headers) {
        for (var header : headers) {
            for (var pair : header.split(";", -1)) {
                var named = pair.strip();
                if (named.startsWith(COOKIE + "=")) {
                    return Optional.of(named.substring(COOKIE.length() + 1)).filter(value -> !value.isEmpty());
                }
            }
        }
        return Optional.empty();
    }
}
