package dev.venicesim.error;

import dev.venicesim.api.Operation;
import dev.venicesim.api.Verified;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Errors of paths and methods, which the API documents none for; the texts are the simulator's own. */
public final class PathErrors {

    private static final int SHOWN = 200;
    private static final String ROOT = "/api/v1";

    /** With what the API's paths begin, those included that are not simulated. */
    private static final Pattern FAMILIES = Pattern.compile(
            "/(?:video|models|x402|billing|api_keys|chat|image|audio|embeddings|characters|responses|augment)(?:/|$)");

    private static final Pattern NOT_SIMULATED =
            Pattern.compile("/(?:chat|image|audio|embeddings|characters|responses|augment)(?:/|$)");

    private static final Set<String> ROOTS = Set.of("/", "/api", "/api/", ROOT, ROOT + "/");

    private static final Set<String> PATHS = Arrays.stream(Operation.values())
            .map(Operation::path)
            .filter(path -> path.startsWith(ROOT) && !path.contains("{"))
            .map(path -> path.substring(ROOT.length()))
            .collect(Collectors.toUnmodifiableSet());

    private PathErrors() {}

    /** A path of the real API that is not simulated, or of no API at all. */
    public static ApiError notSimulated(String method, String path) {
        var shown = path.length() > SHOWN ? path.substring(0, SHOWN) + "..." : path;
        var says = meant(path)
                .map(near -> " is no path of the API, which is under " + ROOT + ": did you mean " + near
                        + "? A base URL ends in " + ROOT + ", without a slash")
                .or(() -> misspelt(path).map(near -> " is no path of the API; did you mean " + near + "?"))
                .orElse(
                        ROOTS.contains(path)
                                ? " is no path of the API: its calls are under " + ROOT + ", such as POST "
                                        + Operation.QUEUE.path() + ", and the simulator's page is at /__sim"
                                : isKnown(path)
                                        ? " is no path of the API in this edition; another edition has it"
                                        : " is not simulated; a stub can answer it (see Stubs in the simulator's README)");
        return ApiError.standard(404, method + " " + shown + says);
    }

    /**
     * The path of the API that a client means who has the wrong base URL: one without {@code /api/v1}, with half of it,
     * or with a slash too many.
     */
    public static Optional<String> meant(String path) {
        if (path.length() > SHOWN) {
            return Optional.empty();
        }
        var bare = path.replaceAll("/{2,}", "/").replaceFirst("^(?:/api(?=/))?(?:/v1(?=/))?(?:" + ROOT + "(?=/))*", "");
        var near = ROOT + bare.replaceFirst("/$", "");
        return FAMILIES.matcher(bare).lookingAt() && !near.equals(path) ? Optional.of(near) : Optional.empty();
    }

    /** The operation's path that is written almost so; none for what the real API has and is not simulated. */
    public static Optional<String> misspelt(String path) {
        var bare = path.replaceFirst("(?i)^/api/v\\d", "");
        return NOT_SIMULATED.matcher(bare).lookingAt()
                ? Optional.empty()
                : NearestName.to(bare, PATHS).map(near -> ROOT + near).filter(near -> !near.equals(path));
    }

    private static boolean isKnown(String path) {
        return path.startsWith(ROOT) && PATHS.contains(path.substring(ROOT.length()));
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
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#failed-generations")
    public static ApiError unknownError() {
        return ApiError.standard(500, "An unknown error occurred");
    }
}
