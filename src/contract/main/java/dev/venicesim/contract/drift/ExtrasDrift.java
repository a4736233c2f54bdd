package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.drift.SchemaDrift.Direction;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Comparison of where an operation is, what it calls back, and how it is paid for. */
final class ExtrasDrift {

    private static final Pattern OF_MONEY = Pattern.compile("pay|x402|pric|bill|cost|charge", Pattern.CASE_INSENSITIVE);

    private final OperationSpec ours;
    private final OperationSpec theirs;
    private final SchemaPlaces schemas;
    private final List<Drift> found;

    ExtrasDrift(OperationSpec ours, OperationSpec theirs, SchemaPlaces schemas, List<Drift> found) {
        this.ours = ours;
        this.theirs = theirs;
        this.schemas = schemas;
        this.found = found;
    }

    void compare(List<String> ourServers, List<String> theirServers) {
        servers(ourServers, theirServers);
        callbacks();
        var was = ours.rest().extensions();
        var is = theirs.rest().extensions();
        var names = new TreeSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> extension(name, was.path(name), is.path(name)));
    }

    /** An operation that is where all others are went with them, which is told once. */
    private void servers(List<String> ourServers, List<String> theirServers) {
        var own = ours.rest().servers();
        var their = theirs.rest().servers();
        if (own.isEmpty() && their.isEmpty()) {
            return;
        }
        var was = own.isEmpty() ? ourServers : own;
        var is = their.isEmpty() ? theirServers : their;
        ServerDrift.between(ours.place(), was, is, found);
    }

    private void callbacks() {
        var left = new TreeSet<>(theirs.rest().callbacks().keySet());
        ours.rest().callbacks().forEach((name, body) -> {
            var other = theirs.rest().callbacks().get(name);
            left.remove(name);
            if (other != null) {
                schemas.compare(ours.place() + " callback " + name, Direction.REPLY, body, other);
            } else {
                add(Severity.BREAKING, Felt.CALLBACK, "", "no longer calls back " + name);
            }
        });
        left.forEach(name -> add(Severity.NOTABLE, Felt.CALLBACK, "", "now calls back " + name));
    }

    private void extension(String path, JsonNode was, JsonNode is) {
        if (JsonExcerpt.same(was, is)) {
            return;
        }
        if (was.isContainerNode() && is.isContainerNode() && was.getNodeType() == is.getNodeType()) {
            members(path, was, is);
            return;
        }
        var money = OF_MONEY.matcher(path).find();
        add(
                money ? Severity.NOTABLE : Severity.HARMLESS,
                money ? Felt.MONEY : Felt.DESCRIPTION,
                path,
                was.isMissingNode()
                        ? "new: " + JsonExcerpt.shown(is)
                        : is.isMissingNode()
                                ? "gone; it was " + JsonExcerpt.shown(was)
                                : JsonExcerpt.shown(was) + " became " + JsonExcerpt.shown(is));
    }

    private void members(String path, JsonNode was, JsonNode is) {
        if (was.isArray()) {
            for (var i = 0; i < Math.max(was.size(), is.size()); i++) {
                extension(path + "[" + i + "]", element(was, i), element(is, i));
            }
            return;
        }
        var names = new TreeSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> extension(path + "." + name, was.path(name), is.path(name)));
    }

    private static JsonNode element(JsonNode list, int index) {
        return index < list.size() ? list.path(index) : MissingNode.getInstance();
    }

    private void add(Severity severity, Felt felt, String subject, String says) {
        found.add(Drift.about(severity, felt, ours.place(), subject, says));
    }
}
