package dev.venicesim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Difference of two replies to the same request. What is drawn anew for every reply, and is nobody's business, is left
 * out.
 *
 * @param where such as {@code status}, {@code header Retry-After}, or the JSON pointer of a member of the body
 */
record ReplyDifference(String where, String then, String now) {

    private static final int LONGEST = 200;
    private static final Set<String> DRAWN_HEADERS =
            Set.of("cf-ray", "date", "payment-required", "content-encoding", "vary");
    private static final Set<String> DRAWN_MEMBERS = Set.of("nonce", "domain", "uri");

    /** The first one: of the status, else of a header, else of the body. */
    static Optional<ReplyDifference> first(RunRequest.Answer then, RunRequest.Answer now) {
        if (then.status() != now.status()) {
            return Optional.of(
                    new ReplyDifference("status", Integer.toString(then.status()), Integer.toString(now.status())));
        }
        return headers(then.headers(), now.headers())
                .or(() -> bodies(then, now).stream().findFirst());
    }

    /** The first one of two servers, each of which has limits and an account of its own. */
    static Optional<ReplyDifference> ofStatusOrBody(RunRequest.Answer then, RunRequest.Answer now) {
        return first(without(then), without(now));
    }

    private static RunRequest.Answer without(RunRequest.Answer answer) {
        return new RunRequest.Answer(answer.status(), Map.of(), answer.body());
    }

    /** All those of the bodies. */
    static List<ReplyDifference> bodies(RunRequest.Answer then, RunRequest.Answer now) {
        var found = new ArrayList<ReplyDifference>();
        collect("", then.body(), now.body(), found);
        return found;
    }

    private static Optional<ReplyDifference> headers(Map<String, String> then, Map<String, String> now) {
        var before = told(then);
        var after = told(now);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !before.getOrDefault(name, "").equals(after.getOrDefault(name, "")))
                .map(name -> new ReplyDifference(
                        "header " + name, before.getOrDefault(name, "none"), after.getOrDefault(name, "none")))
                .findFirst();
    }

    private static Map<String, String> told(Map<String, String> headers) {
        var told = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!DRAWN_HEADERS.contains(lower)) {
                told.put(lower, value);
            }
        });
        return told;
    }

    private static void collect(String where, JsonNode then, JsonNode now, List<ReplyDifference> found) {
        if (then.isObject() && now.isObject()) {
            var names = new TreeSet<String>();
            then.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.removeAll(DRAWN_MEMBERS);
            names.forEach(name -> collect(where + "/" + name, then.path(name), now.path(name), found));
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (var at = 0; at < then.size(); at++) {
                collect(where + "/" + at, then.get(at), now.get(at), found);
            }
        } else if (!then.equals(now)) {
            found.add(new ReplyDifference(where.isEmpty() ? "body" : where, shown(then), shown(now)));
        }
    }

    private static String shown(JsonNode value) {
        var text = value instanceof MissingNode ? "none" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** In words, with the request whose replies these are. */
    String of(RunRequest request) {
        return "request " + request.n() + ", " + request.method() + " " + request.target() + " at " + request.at()
                + ": " + this;
    }

    @Override
    public String toString() {
        return where + " was " + then + " and is " + now;
    }
}
