package dev.venicesim.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Table of routes: what answers which method and path. A pattern is a path whose segments in braces stand for anything:
 * {@code /worlds/{id}/clock}; a last segment {@code {rest*}} stands for any number of them. A path without braces is
 * found by one look-up.
 */
public final class RouteTable<T> {

    /** The outcome of a search. */
    public sealed interface Match<T> {

        /** The route, and what the braces stand for, percent-decoded. */
        record Found<T>(T route, Map<String, String> variables) implements Match<T> {}

        /** The path is known, but not with this method. */
        record WrongMethod<T>(Set<String> allowed) implements Match<T> {}

        /** The path is not known. */
        record Unknown<T>() implements Match<T> {}
    }

    private record Pattern<T>(String method, List<String> segments, T route) {}

    private final Map<String, Map<String, T>> exact = new HashMap<>();
    private final List<Pattern<T>> patterns = new ArrayList<>();

    /** Adds a route; of two patterns that fit a path the first added is taken. */
    public RouteTable<T> add(String method, String pattern, T route) {
        if (pattern.indexOf('{') < 0) {
            exact.computeIfAbsent(pattern, path -> new HashMap<>()).put(method, route);
        } else {
            patterns.add(new Pattern<>(method, Paths.segments(pattern), route));
        }
        return this;
    }

    /** Finds what answers; HEAD is answered by what answers GET unless it has a route of its own. */
    public Match<T> find(String method, String rawPath) {
        var methods = exact.get(rawPath);
        if (methods != null) {
            var route =
                    methods.containsKey(method) || !method.equals("HEAD") ? methods.get(method) : methods.get("GET");
            return route == null
                    ? new Match.WrongMethod<>(new TreeSet<>(methods.keySet()))
                    : new Match.Found<>(route, Map.of());
        }
        return findPattern(method, Paths.segments(rawPath));
    }

    private Match<T> findPattern(String method, List<String> segments) {
        var allowed = new TreeSet<String>();
        for (var pattern : patterns) {
            var variables = new LinkedHashMap<String, String>();
            if (!fits(pattern.segments(), segments, variables)) {
                continue;
            }
            if (pattern.method().equals(method)
                    || (method.equals("HEAD") && pattern.method().equals("GET"))) {
                return new Match.Found<>(pattern.route(), variables);
            }
            allowed.add(pattern.method());
        }
        return allowed.isEmpty() ? new Match.Unknown<>() : new Match.WrongMethod<>(allowed);
    }

    private static boolean fits(List<String> pattern, List<String> path, Map<String, String> variables) {
        for (int i = 0; i < pattern.size(); i++) {
            var wanted = pattern.get(i);
            if (wanted.endsWith("*}")) {
                variables.put(
                        wanted.substring(1, wanted.length() - 2),
                        String.join("/", path.subList(Math.min(i, path.size()), path.size())));
                return path.size() >= i;
            }
            if (i >= path.size()) {
                return false;
            }
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            } else if (!wanted.equals(path.get(i))) {
                return false;
            }
        }
        return pattern.size() == path.size();
    }
}
