package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Single facts an answer must show; each yields the difference if it does not. */
final class ExpectedFacts {

    private static final int MAX_SHOWN = 300;

    private ExpectedFacts() {}

    /** One fact. */
    @FunctionalInterface
    interface Fact {
        Optional<Difference> missed(TargetReply answer);
    }

    static Fact text(String pointer, String text) {
        return where(
                pointer,
                "\"" + text + "\"",
                node -> node.isTextual() && node.textValue().equals(text));
    }

    static Fact where(String pointer, String expected, Predicate<JsonNode> holds) {
        return answer -> {
            var node = answer.json().at(pointer);
            return holds.test(node) ? Optional.empty() : Optional.of(new Difference(pointer, expected, shown(node)));
        };
    }

    static Fact header(String name, String expected, Predicate<String> holds) {
        return answer -> {
            var value = answer.header(name);
            return value.filter(holds).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Difference("header " + name, expected, value.orElse("absent")));
        };
    }

    static Fact noHeader(String name) {
        return answer -> answer.header(name).map(value -> new Difference("header " + name, "absent", value));
    }

    /** The answer names this problem of a field, among whatever others. */
    static Fact issue(String field, String message) {
        return where(
                "/issues",
                "an issue at " + field + " saying \"" + message + "\"",
                issues -> stream(issues)
                        .anyMatch(issue -> at(issue, field)
                                && issue.path("message").asText().equals(message)));
    }

    /** No problem of the field is named. */
    static Fact noIssue(String field) {
        return where(
                "/issues",
                "no issue about " + field,
                issues -> issues.isArray() && stream(issues).noneMatch(issue -> at(issue, field)));
    }

    /** What the issues say of a field, or of a place inside it. */
    static List<String> messages(JsonNode issues, String field) {
        return stream(issues)
                .filter(issue ->
                        at(issue, field) || issue.at("/path/0").asText().equals(field))
                .map(issue -> issue.path("message").asText())
                .toList();
    }

    static boolean isBase64Json(String text) {
        try {
            return Json.read(Base64.getDecoder().decode(text)).isObject();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "absent";
        }
        var text = PlainNumber.shown(node);
        return text.length() < MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }

    static List<JsonNode> list(JsonNode array) {
        return stream(array).toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean at(JsonNode issue, String field) {
        var keys = issue.path("keys");
        return stream(keys).anyMatch(key -> key.asText().equals(field))
                || String.join(
                                ".",
                                stream(issue.path("path")).map(JsonNode::asText).toList())
                        .equals(field);
    }
}
