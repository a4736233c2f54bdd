package dev.venicesim.contract.check;

import dev.venicesim.contract.check.ExpectedFacts.Fact;
import dev.venicesim.contract.http.TargetReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Expected answer: a status, a schema, single facts. Immutable. */
final class Expectation {

    private static final int ANY = 0;

    private final int status;
    private final Optional<String> schema;
    private final List<Fact> facts;

    private Expectation(int status, Optional<String> schema, List<Fact> facts) {
        this.status = status;
        this.schema = schema;
        this.facts = facts;
    }

    static Expectation status(int status) {
        return new Expectation(status, Optional.empty(), List.of());
    }

    /** Whatever the status; another check is about it. */
    static Expectation anyStatus() {
        return status(ANY);
    }

    /** The plain error with this text and nothing that calls itself a code. */
    static Expectation error(int status, String text) {
        return status(status).schema("error-standard").text("/error", text);
    }

    /** The error that lists problems in Zod's form. */
    static Expectation detailed() {
        return status(400).schema("error-detailed").text("/error", "Invalid request parameters");
    }

    /** The body follows the schema of this name. */
    Expectation schema(String name) {
        return new Expectation(status, Optional.of(name), facts);
    }

    Expectation text(String pointer, String text) {
        return and(ExpectedFacts.text(pointer, text));
    }

    Expectation where(String pointer, String expected, Predicate<com.fasterxml.jackson.databind.JsonNode> holds) {
        return and(ExpectedFacts.where(pointer, expected, holds));
    }

    Expectation absent(String pointer) {
        return where(pointer, "absent", com.fasterxml.jackson.databind.JsonNode::isMissingNode);
    }

    Expectation issue(String field, String message) {
        return and(ExpectedFacts.issue(field, message));
    }

    Expectation noIssue(String field) {
        return and(ExpectedFacts.noIssue(field));
    }

    Expectation header(String name, String expected, Predicate<String> holds) {
        return and(ExpectedFacts.header(name, expected, holds));
    }

    Expectation header(String name) {
        return header(name, "present", value -> !value.isBlank());
    }

    Expectation and(Fact fact) {
        var more = new ArrayList<>(facts);
        more.add(fact);
        return new Expectation(status, schema, List.copyOf(more));
    }

    /** Where an answer is otherwise; a wrong status is shown with its body and ends the comparison. */
    List<Difference> compare(TargetReply answer, ReplySchemas schemas) {
        if (status != ANY && answer.status() != status) {
            return List.of(new Difference("status", Integer.toString(status), answer.toString()));
        }
        var differences = new ArrayList<Difference>();
        schema.ifPresent(name -> differences.addAll(schemas.problems(name, answer.json())));
        facts.forEach(fact -> fact.missed(answer).ifPresent(differences::add));
        return List.copyOf(differences);
    }
}
