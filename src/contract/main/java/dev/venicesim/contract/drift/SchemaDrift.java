package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Comparison of a schema of the edition with the file's own: it walks both, canonical, side by side, and names each
 * point in which they differ, with both values.
 */
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
            "pattern",
            "format",
            "deprecated");

    private final Direction direction;
    private final List<Found> found = new ArrayList<>();

    /** Whether clients write by a schema or read by it. */
    enum Direction {
        REQUEST,
        REPLY
    }

    /** A difference by the field it is about, such as {@code elements[].video_url}; empty for the whole body. */
    record Found(String field, Severity severity, Felt felt, String says) {}

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
        if (theirs.has(CanonicalSchema.REFERENCE)) {
            add(
                    at,
                    Severity.NOTABLE,
                    "refers to " + theirs.path(CanonicalSchema.REFERENCE).asText()
                            + ", which is not in the file, so it was not compared");
            return;
        }
        if (mine.has("anyOf") || theirs.has("anyOf")) {
            forms(at, mine, theirs);
            return;
        }
        kind(at, mine, theirs);
        COMPARED.forEach(keyword -> keyword(at, keyword, mine.path(keyword), theirs.path(keyword)));
        CanonicalSchema.RARE.forEach(keyword -> keyword(at, keyword, mine.path(keyword), theirs.path(keyword)));
        required(at, mine, theirs);
        fields(at, mine, theirs);
        further(at, mine.path("additionalProperties"), theirs.path("additionalProperties"));
        if (mine.path("items") instanceof ObjectNode was && theirs.path("items") instanceof ObjectNode is) {
            compare(at + "[]", was, is);
        }
    }

    private void keyword(String at, String keyword, JsonNode was, JsonNode is) {
        if (!was.equals(is)) {
            add(
                    at,
                    SchemaChangeImpact.of(direction, keyword, was, is),
                    keyword + " " + JsonExcerpt.shown(was) + " became " + JsonExcerpt.shown(is));
        }
    }

    private void kind(String at, ObjectNode mine, ObjectNode theirs) {
        if (!mine.path("type").equals(theirs.path("type"))) {
            var was = SchemaDescription.of(mine.path("type"));
            var is = SchemaDescription.of(theirs.path("type"));
            add(
                    at,
                    SchemaChangeImpact.ofType(direction, was, is),
                    "type " + SchemaDescription.said(was, "or") + " became " + SchemaDescription.said(is, "or"));
        }
        var was = mine.path("enum");
        var is = theirs.path("enum");
        if (!SchemaDescription.of(was).equals(SchemaDescription.of(is)) || was.isMissingNode() != is.isMissingNode()) {
            add(at, SchemaChangeImpact.of(direction, "enum", was, is), SchemaDescription.changedEnum(was, is));
        }
    }

    /** Of a field that went or came {@link #fields} tells, so that one change is told once. */
    private void required(String at, ObjectNode mine, ObjectNode theirs) {
        var before = SchemaDescription.of(mine.path("required"));
        var now = SchemaDescription.of(theirs.path("required"));
        var came = SchemaDescription.without(names(theirs), names(mine));
        var went = SchemaDescription.without(names(mine), names(theirs));
        for (var name : SchemaDescription.without(SchemaDescription.without(before, now), went)) {
            add(
                    within(at, name),
                    direction == Direction.REQUEST ? Severity.HARMLESS : Severity.BREAKING,
                    "no longer required");
        }
        for (var name : SchemaDescription.without(SchemaDescription.without(now, before), came)) {
            add(within(at, name), ofNeed(), "now required");
        }
    }

    private Severity ofNeed() {
        return direction == Direction.REQUEST ? Severity.BREAKING : Severity.HARMLESS;
    }

    private static Set<String> names(ObjectNode schema) {
        var names = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void fields(String at, ObjectNode mine, ObjectNode theirs) {
        var needed = SchemaDescription.of(theirs.path("required"));
        var renames = FieldRenames.between(mine, theirs);
        var all = names(mine);
        all.addAll(names(theirs));
        all.removeAll(renames.values());
        for (var name : all) {
            var was = mine.path("properties").path(name);
            var is = theirs.path("properties").path(name);
            if (was instanceof ObjectNode one && is instanceof ObjectNode other) {
                compare(within(at, name), one, other);
            } else if (is.isMissingNode()) {
                var severity = was.has(KnownDifferences.UNREAD) ? Severity.NOTABLE : Severity.BREAKING;
                field(within(at, name), severity, gone(renames.getOrDefault(name, ""), needed));
            } else if (needed.contains(name)) {
                field(within(at, name), ofNeed(), "new and required: " + SchemaDescription.schema(is));
            } else {
                field(within(at, name), Severity.HARMLESS, "new: " + SchemaDescription.schema(is));
            }
        }
    }

    private static String gone(String other, Set<String> needed) {
        return other.isEmpty()
                ? "gone"
                : "gone; renamed, it seems: " + other + " is new and of the same form"
                        + (needed.contains(other) ? ", and required" : "");
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
                    "further fields were " + SchemaDescription.further(was) + ", now " + SchemaDescription.further(is));
        }
    }

    private void forms(String at, ObjectNode mine, ObjectNode theirs) {
        var matched = FormPairing.match(mine, theirs);
        matched.pairs().forEach(pair -> compare(at, pair.ours(), pair.theirs()));
        matched.gone()
                .forEach(form -> add(
                        at,
                        direction == Direction.REQUEST ? Severity.BREAKING : Severity.NOTABLE,
                        "no longer takes the form of " + SchemaDescription.schema(form)));
        matched.come()
                .forEach(form -> add(
                        at,
                        direction == Direction.REQUEST ? Severity.HARMLESS : Severity.NOTABLE,
                        "may now also be " + SchemaDescription.schema(form)));
    }

    static String within(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private void add(String at, Severity severity, String says) {
        found.add(new Found(at, severity, Felt.CONSTRAINT, says));
    }

    private void field(String at, Severity severity, String says) {
        found.add(new Found(at, severity, Felt.FIELD, says));
    }
}
