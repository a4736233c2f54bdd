package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Walks a schema of the edition and the file's own side by side, both canonical, and names each point in which they differ, with both values. */
final class SchemaDrift {

    private static final List<String> COMPARED = List.of(
            "default",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "multipleOf",
            "uniqueItems",
            "pattern");

    private final Direction direction;
    private final List<Found> found = new ArrayList<>();

    /** Whether clients write by a schema or read by it. */
    enum Direction {
        REQUEST,
        REPLY
    }

    /** A difference by the field it is about, such as {@code elements[].video_url}; empty for the whole body. */
    record Found(String field, Severity severity, String says) {}

    private SchemaDrift(Direction direction) {
        this.direction = direction;
    }

    static List<Found> between(JsonNode ours, JsonNode theirs, Direction direction) {
        var walk = new SchemaDrift(direction);
        walk.compare("", (ObjectNode) ours, (ObjectNode) theirs);
        return List.copyOf(walk.found);
    }

    private void compare(String at, ObjectNode mine, ObjectNode theirs) {
        if (mine.has(KnownDifferences.UNREAD) || mine.equals(theirs)) {
            return;
        }
        if (theirs.has(Canonical.REFERENCE)) {
            add(
                    at,
                    Severity.NOTABLE,
                    "refers to " + theirs.path(Canonical.REFERENCE).asText()
                            + ", which is not in the file, so it was not compared");
            return;
        }
        if (mine.has("anyOf") || theirs.has("anyOf")) {
            forms(at, mine, theirs);
            return;
        }
        kind(at, mine, theirs);
        for (var keyword : COMPARED) {
            var was = mine.path(keyword);
            var is = theirs.path(keyword);
            if (!was.equals(is)) {
                add(at, Weight.of(direction, keyword, was, is), keyword + " " + shown(was) + " became " + shown(is));
            }
        }
        required(at, mine.path("required"), theirs.path("required"));
        fields(at, mine, theirs);
        further(at, mine.path("additionalProperties"), theirs.path("additionalProperties"));
        if (mine.path("items") instanceof ObjectNode was && theirs.path("items") instanceof ObjectNode is) {
            compare(at + "[]", was, is);
        }
    }

    private void kind(String at, ObjectNode mine, ObjectNode theirs) {
        if (!mine.path("type").equals(theirs.path("type"))) {
            var was = Words.of(mine.path("type"));
            var is = Words.of(theirs.path("type"));
            add(
                    at,
                    Weight.ofType(direction, was, is),
                    "type " + Words.said(was, "or") + " became " + Words.said(is, "or"));
        }
        var was = mine.path("enum");
        var is = theirs.path("enum");
        if (!was.equals(is)) {
            add(at, Weight.of(direction, "enum", was, is), Words.changedEnum(was, is));
        }
    }

    private void required(String at, JsonNode was, JsonNode is) {
        var before = Words.of(was);
        var now = Words.of(is);
        for (var name : Words.without(before, now)) {
            add(
                    within(at, name),
                    direction == Direction.REQUEST ? Severity.HARMLESS : Severity.BREAKING,
                    "no longer required");
        }
        for (var name : Words.without(now, before)) {
            add(
                    within(at, name),
                    direction == Direction.REQUEST ? Severity.BREAKING : Severity.HARMLESS,
                    "now required");
        }
    }

    private void fields(String at, ObjectNode mine, ObjectNode theirs) {
        var names = new TreeSet<String>();
        mine.path("properties").fieldNames().forEachRemaining(names::add);
        theirs.path("properties").fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var was = mine.path("properties").path(name);
            var is = theirs.path("properties").path(name);
            if (was instanceof ObjectNode one && is instanceof ObjectNode other) {
                compare(within(at, name), one, other);
            } else if (is.isMissingNode()) {
                add(within(at, name), was.has(KnownDifferences.UNREAD) ? Severity.NOTABLE : Severity.BREAKING, "gone");
            } else {
                add(within(at, name), Severity.HARMLESS, "new: " + Words.schema(is));
            }
        }
    }

    private void further(String at, JsonNode was, JsonNode is) {
        if (was instanceof ObjectNode one && is instanceof ObjectNode other) {
            compare(at + ".*", one, other);
        } else if (!was.equals(is)) {
            var closes = is.isBoolean();
            add(
                    at,
                    closes == (direction == Direction.REQUEST) && !is.isMissingNode()
                            ? Severity.BREAKING
                            : Severity.HARMLESS,
                    "further fields were " + Words.further(was) + ", now " + Words.further(is));
        }
    }

    private void forms(String at, ObjectNode mine, ObjectNode theirs) {
        var matched = Forms.match(mine, theirs);
        matched.pairs().forEach(pair -> compare(at, pair.ours(), pair.theirs()));
        matched.gone()
                .forEach(form -> add(
                        at,
                        direction == Direction.REQUEST ? Severity.BREAKING : Severity.NOTABLE,
                        "no longer takes the form of " + Words.schema(form)));
        matched.come()
                .forEach(form -> add(
                        at,
                        direction == Direction.REQUEST ? Severity.HARMLESS : Severity.NOTABLE,
                        "may now also be " + Words.schema(form)));
    }

    private static String within(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }

    private void add(String at, Severity severity, String says) {
        found.add(new Found(at, severity, says));
    }
}
