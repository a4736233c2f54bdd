package dev.venicesim.control;

import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;

/**
 * Refusal of the control API, as RFC 9457 problem details. Thrown by its calls, since what they are asked is a user's
 * configuration.
 */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

    private ProblemException(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, "Bad Request", detail);
    }

    static ProblemException unauthorized() {
        return new ProblemException(
                401,
                "Unauthorized",
                "the control API of this host wants \"Authorization: Bearer <admin token>\"; the token is printed when"
                        + " serve starts, or set by --admin-token. With an API key as Bearer, " + ControlApi.ROOT
                        + "/self/... is the key's own world");
    }

    static ProblemException wrongToken() {
        return new ProblemException(
                401,
                "Unauthorized",
                "this is neither the admin token nor the viewer token; serve prints the one it made");
    }

    static ProblemException noKey() {
        return new ProblemException(
                401,
                "Unauthorized",
                "send \"Authorization: Bearer <API key>\" with a key that the API takes: " + ControlApi.ROOT
                        + "/self is the world of that key");
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(403, "Forbidden", detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(404, "Not Found", detail);
    }

    static ProblemException methodNotAllowed(String detail) {
        return new ProblemException(405, "Method Not Allowed", detail);
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(409, "Conflict", detail);
    }

    static ProblemException busy(String detail) {
        return new ProblemException(503, "Service Unavailable", detail);
    }

    static ProblemException tooLarge() {
        return new ProblemException(413, "Content too large", "a request's body is at most 35 MiB");
    }

    static ProblemException unsupportedMediaType(String detail) {
        return new ProblemException(415, "Unsupported Media Type", detail);
    }

    static ProblemException misdirected(String detail) {
        return new ProblemException(421, "Misdirected Request", detail);
    }

    static ProblemException unavailable() {
        return new ProblemException(
                503,
                "Service Unavailable",
                "the store cannot be read or written at present; the log says why, try again later");
    }

    boolean isNotFound() {
        return status == 404;
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
