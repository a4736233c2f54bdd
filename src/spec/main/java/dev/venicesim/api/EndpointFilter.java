package dev.venicesim.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Filter over journals by endpoint. Only what can be in a journal makes one, since a misspelt name would fit nothing,
 * and so count 0.
 *
 * @param name an operation's label, such as {@code queue}
 * @param path one of the paths of that name, as requests have it; every path of the name if left out
 */
public record EndpointFilter(String name, Optional<String> path) {

    /** Besides the operations: what reaches none, and what a stub answers on a path of its own. */
    private static final List<String> OTHERS = List.of("unknown", "stub");

    private static final List<String> NAMES = Stream.concat(
                    Arrays.stream(Operation.values()).map(Operation::label).distinct(), OTHERS.stream())
            .toList();

    /**
     * The filter that a user means.
     *
     * @param text a name such as {@code complete}, or a path such as {@code /video/complete}, with {@code /api/v1} or
     *     without
     * @throws IllegalArgumentException naming those there are, if no endpoint is called so
     */
    public static EndpointFilter of(String text) {
        if (NAMES.contains(text)) {
            return new EndpointFilter(text, Optional.empty());
        }
        if (text.startsWith(Operation.LINKS)) {
            return new EndpointFilter(Operation.FETCH_VIDEO.label(), Optional.empty());
        }
        var path = text.startsWith(Operation.ROOT + "/") ? text : Operation.ROOT + text;
        return Arrays.stream(Operation.values())
                .filter(operation -> text.startsWith("/") && hasPath(operation, path))
                .findFirst()
                .map(operation -> new EndpointFilter(operation.label(), Optional.of(path)))
                .orElseThrow(() -> new IllegalArgumentException("no endpoint is called \"" + text + "\"; there are "
                        + String.join(", ", NAMES) + ", and paths such as /video/queue"));
    }

    /** Whether a request is meant, by the name and the path its entry has. */
    public boolean fits(String endpoint, String requestPath) {
        return endpoint.equals(name) && path.map(requestPath::equals).orElse(true);
    }

    /** What {@link #of} takes for the same filter. */
    @Override
    public String toString() {
        return path.map(whole -> whole.substring(Operation.ROOT.length())).orElse(name);
    }

    /** A name in braces stands for one segment. */
    private static boolean hasPath(Operation operation, String path) {
        var wanted = operation.path().split("/", -1);
        var given = path.split("/", -1);
        return wanted.length == given.length
                && IntStream.range(0, wanted.length)
                        .allMatch(i -> wanted[i].startsWith("{") || wanted[i].equals(given[i]));
    }
}
