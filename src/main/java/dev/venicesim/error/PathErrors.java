package dev.venicesim.error;

import java.util.Set;

/** Errors of paths and methods, which the API documents none for; the texts are the simulator's own. */
public final class PathErrors {

    private static final int SHOWN = 200;

    private PathErrors() {}

    /** A path of the real API that is not simulated, or of no API at all. */
    public static ApiError notSimulated(String method, String path) {
        var shown = path.length() > SHOWN ? path.substring(0, SHOWN) + "..." : path;
        return ApiError.standard(
                404,
                method + " " + shown + " is not simulated; a stub can answer it (see Stubs in the simulator's README)");
    }

    /** A known path with the wrong method. */
    public static ApiError methodNotAllowed(String method, Set<String> allowed) {
        var list = String.join(", ", allowed);
        return ApiError.standard(405, "Method " + method + " is not allowed here; use " + list)
                .withHeader("Allow", list);
    }

    /** No memory for another large body within the time a client waits. */
    public static ApiError noRoom() {
        return ApiError.standard(503, "The simulator holds too many large request bodies. Please try again later.")
                .withHeader("Retry-After", "1");
    }

    /** A bug of the simulator; its log says more. */
    @Verified(on = "2026-08-21", source = "api-facts 8.1 UNKNOWN_ERROR")
    public static ApiError unknownError() {
        return ApiError.standard(500, "An unknown error occurred");
    }
}
