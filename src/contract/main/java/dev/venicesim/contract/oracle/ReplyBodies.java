package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.http.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Oracles of a reply's body: its schema, and that issues and details of a refusal say the same. */
final class ReplyBodies {

    /** The error that asks, whose text is an object. */
    private static final String CONSENT = "error-needs-consent";

    private ReplyBodies() {}

    static List<Deviation> schema(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            var body = exchange.reply().json();
            if (body.isMissingNode()) {
                continue;
            }
            var schema = ReplyKinds.schema(exchange, reference.edition());
            schema.ifPresent(name -> reference
                    .bodies()
                    .problems(name, body)
                    .forEach(
                            problem -> found.add(exchange.at(problem.pointer(), problem.expected(), problem.found()))));
            if (exchange.reply().status() < 400 && body.has("error")) {
                found.add(exchange.at(
                        "status",
                        "400 or more beside an error",
                        exchange.reply().toString()));
            }
            if (schema.filter(name -> name.startsWith("error-") && !name.equals(CONSENT))
                            .isPresent()
                    && body.path("error").asText("").isBlank()) {
                found.add(exchange.at("/error", "a text", shown(body.path("error"))));
            }
        }
        return found;
    }

    /**
     * Every message of an issue stands in details at its path, and nothing else does. A reply may have one of them alone,
     * or none. Source: docs/api/errors.md#details-mirror-the-issues.
     */
    static List<Deviation> mirror(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            var body = exchange.reply().json();
            if (body.path("issues").isEmpty() || !body.has("details")) {
                continue;
            }
            if (exchange.operation().equals("post /x402/top-up")) {
                continue;
            }
            var issues = new TreeSet<String>();
            body.path("issues").forEach(issue -> flatten(issue, issues));
            var details = new TreeSet<String>();
            messages("", body.path("details"), details);
            if (!issues.equals(details)) {
                var only = new TreeSet<>(issues);
                only.removeAll(details);
                var wanted = only.isEmpty() ? "the messages of the issues alone" : "also " + only;
                found.add(exchange.at("/details", wanted, details.toString()));
            }
            for (var issue : body.path("issues")) {
                enumMessage(exchange, issue, found);
            }
        }
        return found;
    }

    /** Zod writes the message of a union's issue from those of its members. */
    private static void flatten(JsonNode issue, Set<String> into) {
        if (issue.path("unionErrors").isArray()) {
            issue.path("unionErrors").forEach(member -> member.path("issues").forEach(inner -> flatten(inner, into)));
            return;
        }
        var path = String.join(
                ".",
                StreamSupport.stream(issue.path("path").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        into.add(path + ": " + issue.path("message").asText());
    }

    private static void messages(String path, JsonNode tree, Set<String> into) {
        tree.properties().forEach(entry -> {
            if (entry.getKey().equals("_errors")) {
                entry.getValue().forEach(message -> into.add(path + ": " + message.asText()));
            } else {
                messages(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into);
            }
        });
    }

    private static void enumMessage(ObservedExchange exchange, JsonNode issue, List<Deviation> found) {
        if (!issue.path("code").asText().equals("invalid_enum_value") || !issue.has("received")) {
            return;
        }
        var options = String.join(
                " | ",
                StreamSupport.stream(issue.path("options").spliterator(), false)
                        .map(option -> option.isTextual() ? "'" + option.asText() + "'" : option.asText())
                        .toList());
        var message = "Invalid enum value. Expected " + options + ", received '"
                + issue.path("received").asText() + "'";
        if (!issue.path("message").asText().equals(message)) {
            found.add(exchange.at("/issues", message, issue.path("message").asText()));
        }
    }

    static String shown(JsonNode node) {
        var text = node.isMissingNode() ? "absent" : PlainNumber.shown(node);
        return text.length() < 300 ? text : text.substring(0, 300) + "...";
    }
}
