package dev.venicesim.contract.drift;

import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.OperationSpec.Parameter;
import dev.venicesim.contract.drift.OperationSpec.Reply;
import dev.venicesim.contract.drift.SchemaDrift.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Comparison of an operation of a file with the edition's: who may ask, what it takes, which statuses, headers and
 * bodies it answers.
 */
final class OperationDrift {

    private final OperationSpec ours;
    private final OperationSpec theirs;
    private final SchemaPlaces schemas;
    private final List<Drift> found;

    OperationDrift(OperationSpec ours, OperationSpec theirs, SchemaPlaces schemas, List<Drift> found) {
        this.ours = ours;
        this.theirs = theirs;
        this.schemas = schemas;
        this.found = found;
    }

    void compare() {
        auth();
        if (theirs.deprecated() != ours.deprecated()) {
            var now = theirs.deprecated();
            add("", Severity.NOTABLE, Felt.OPERATION, now ? "now deprecated" : "no longer deprecated");
        }
        says("", Direction.REQUEST, ours.rest().says(), theirs.rest().says());
        parameters();
        bodies("request", Direction.REQUEST, ours.request(), theirs.request());
        if (ours.needsBody() != theirs.needsBody()) {
            add(
                    "request",
                    theirs.needsBody() ? Severity.BREAKING : Severity.HARMLESS,
                    Felt.CONSTRAINT,
                    theirs.needsBody() ? "body now required" : "body no longer required");
        }
        ours.replies().forEach(this::reply);
        var revived =
                !ours.replies().isEmpty() && ours.replies().keySet().stream().noneMatch(OperationDrift::isGood);
        theirs.replies().keySet().stream()
                .filter(status -> !ours.replies().containsKey(status) && !isRange(status))
                .forEach(status -> add(
                        "",
                        Severity.NOTABLE,
                        Felt.STATUS,
                        revived && isGood(status)
                                ? "works again: answers " + status + ", where it was gone"
                                : "now also answers " + status));
    }

    private void auth() {
        var was = lower(ours.auth());
        var is = lower(theirs.auth());
        var says = new ArrayList<String>();
        SchemaDescription.without(was, is).forEach(way -> says.add("no longer takes " + who(way)));
        SchemaDescription.without(is, was).forEach(way -> says.add("now also takes " + who(way)));
        if (!says.isEmpty()) {
            var open = is.contains("none") || is.containsAll(was);
            add("", open ? Severity.HARMLESS : Severity.BREAKING, Felt.ACCESS, String.join("; ", says));
        }
    }

    private static String who(String way) {
        return way.equals("none") ? "callers without credentials" : "credentials by " + way;
    }

    private void parameters() {
        var left = positions(theirs.parameters());
        positions(ours.parameters()).forEach((key, mine) -> {
            var other = left.remove(key);
            if (other == null) {
                add(mine.getKey(), Severity.BREAKING, Felt.FIELD, "gone");
                return;
            }
            if (mine.getValue().required() != other.getValue().required()) {
                var now = other.getValue().required();
                add(
                        mine.getKey(),
                        now ? Severity.BREAKING : Severity.HARMLESS,
                        Felt.CONSTRAINT,
                        now ? "now required" : "no longer required");
            }
            writing(mine.getKey(), mine.getValue(), other.getValue());
            says(
                    mine.getKey(),
                    Direction.REQUEST,
                    mine.getValue().says(),
                    other.getValue().says());
            schemas.compare(
                    ours.place() + " " + mine.getKey(),
                    Direction.REQUEST,
                    Body.of(mine.getValue().schema()),
                    Body.of(other.getValue().schema()));
        });
        left.values()
                .forEach(more -> add(
                        more.getKey(),
                        more.getValue().required() ? Severity.BREAKING : Severity.HARMLESS,
                        Felt.FIELD,
                        (more.getValue().required() ? "new and required: " : "new: ")
                                + SchemaDescription.schema(more.getValue().schema())));
    }

    /** Only a value of several parts is written in another way. */
    private void writing(String part, Parameter mine, Parameter other) {
        var was = mine.writing();
        var is = other.writing();
        var several = List.of(mine, other).stream()
                .anyMatch(parameter -> parameter.schema().toString().matches(".*\"(array|object)\".*"));
        var severity = several ? Severity.BREAKING : Severity.HARMLESS;
        var single = several ? "" : "; a single value is written as before";
        if (!was.style().equals(is.style())) {
            add(part, severity, Felt.CONSTRAINT, "style " + was.style() + " became " + is.style() + single);
        } else if (was.explode() != is.explode()) {
            add(part, severity, Felt.CONSTRAINT, "explode " + was.explode() + " became " + is.explode() + single);
        }
        if (was.reserved() != is.reserved()) {
            add(
                    part,
                    Severity.NOTABLE,
                    Felt.CONSTRAINT,
                    "allowReserved " + was.reserved() + " became " + is.reserved());
        }
    }

    private void says(String part, Direction direction, Optional<Described> was, Optional<Described> is) {
        if (was.isPresent() && is.isPresent()) {
            DescriptionDrift.between("", was.get(), is.get(), direction)
                    .forEach(said -> add(part, said.severity(), said.felt(), said.says()));
        }
    }

    /** Parameters by what tells them apart: headers whatever their case, those of the path by their place in it. */
    private static Map<String, Map.Entry<String, Parameter>> positions(Map<String, Parameter> parameters) {
        var byKey = new LinkedHashMap<String, Map.Entry<String, Parameter>>();
        for (var entry : parameters.entrySet()) {
            var name = entry.getKey();
            var key = name.startsWith("path ")
                    ? "path "
                            + byKey.keySet().stream()
                                    .filter(known -> known.startsWith("path "))
                                    .count()
                    : name.startsWith("header ") ? name.toLowerCase(Locale.ROOT) : name;
            byKey.put(key, entry);
        }
        return byKey;
    }

    private void reply(String status, Reply mine) {
        var other = theirs(status);
        if (other == null) {
            add("", isGood(status) ? Severity.BREAKING : Severity.HARMLESS, Felt.STATUS, "no longer answers " + status);
            return;
        }
        says(status, Direction.REPLY, mine.says(), other.says());
        bodies(status, Direction.REPLY, mine.content(), other.content());
        headers(status, mine.headers(), other.headers());
    }

    private void headers(String status, Map<String, Parameter> was, Map<String, Parameter> is) {
        var left = new TreeMap<String, Parameter>(String.CASE_INSENSITIVE_ORDER);
        left.putAll(is);
        was.forEach((name, mine) -> {
            var other = left.remove(name);
            if (other == null) {
                add(status, Severity.NOTABLE, Felt.HEADER, "no longer declares the header " + name);
                return;
            }
            if (mine.required() != other.required()) {
                var says = other.required() ? "now promised" : "no longer promised";
                var severity = other.required() ? Severity.HARMLESS : Severity.NOTABLE;
                add(status + " header " + name, severity, Felt.HEADER, says);
            }
            var place = ours.place() + " " + status + " header " + name;
            schemas.compare(place, Direction.REPLY, Body.of(mine.schema()), Body.of(other.schema()));
            says(status + " header " + name, Direction.REPLY, mine.says(), other.says());
        });
        left.keySet()
                .forEach(name -> add(status, Severity.HARMLESS, Felt.HEADER, "now also declares the header " + name));
    }

    /** The reply of a status, or of its hundred, or of all the rest. */
    private @org.jspecify.annotations.Nullable Reply theirs(String status) {
        for (var key : List.of(status, status.charAt(0) + "XX", "DEFAULT")) {
            if (theirs.replies().containsKey(key)) {
                return theirs.replies().get(key);
            }
        }
        return null;
    }

    private void bodies(String part, Direction direction, Map<String, Body> was, Map<String, Body> is) {
        was.forEach((type, body) -> {
            var other = is.get(type);
            if (other == null) {
                add(part, Severity.BREAKING, Felt.CONSTRAINT, "no longer comes as " + type);
            } else if (type.contains("json")) {
                schemas.compare(ours.place() + " " + part, direction, body, other);
            }
        });
        SchemaDescription.without(is.keySet(), was.keySet())
                .forEach(type -> add(
                        part,
                        direction == Direction.REQUEST ? Severity.HARMLESS : Severity.NOTABLE,
                        Felt.CONSTRAINT,
                        "may now also come as " + type));
    }

    private static boolean isGood(String status) {
        return status.startsWith("2");
    }

    private static boolean isRange(String status) {
        return status.endsWith("XX") || status.equals("DEFAULT");
    }

    private static Set<String> lower(Set<String> names) {
        var lower = new LinkedHashSet<String>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }

    private void add(String part, Severity severity, Felt felt, String says) {
        var where = part.isEmpty() ? ours.place() : ours.place() + " " + part;
        found.add(Drift.of(severity, felt, where, says));
    }
}
