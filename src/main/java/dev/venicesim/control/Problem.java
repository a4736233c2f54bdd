package dev.venicesim.control;

import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;

/**
 * What the control API refuses, as RFC 9457 problem details. Thrown by its calls, since what they are asked is a user's configuration.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    static Problem unauthorized() {
        return new Problem(
                401,
                "Unauthorized",
                "the control API of this host wants \"Authorization: Bearer <admin token>\"; the token is printed when serve starts");
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not Found", detail);
    }

    static Problem methodNotAllowed(String detail) {
        return new Problem(405, "Method Not Allowed", detail);
    }

    static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail);
    }

    static Problem tooLarge() {
        return new Problem(413, "Content too large", "a request's body is at most 35 MiB");
    }

    Reply.Now reply() {
        var body = Json.object()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage());
        return Reply.bytes(status, "application/problem+json", Json.bytes(body));
    }
}
