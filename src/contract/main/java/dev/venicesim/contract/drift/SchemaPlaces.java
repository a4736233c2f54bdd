package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.SchemaDrift.Direction;
import dev.venicesim.contract.drift.SchemaDrift.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The bodies to compare, gathered so that a schema that many operations share is compared, and told of, once. */
final class SchemaPlaces {

    private static final int SHOWN = 2;

    private static final Pattern HEADER = Pattern.compile(" \\w+ header ");

    private final Map<Pair, List<String>> places = new LinkedHashMap<>();

    private record Pair(String name, Direction direction, Side ours, Side theirs) {}

    /** A body but for its name, which no client sees. */
    private record Side(JsonNode schema, Map<String, Described> says) {

        Side(Body body) {
            this(body.schema(), body.says());
        }
    }

    void compare(String place, Direction direction, Body ours, Body theirs) {
        places.computeIfAbsent(
                        new Pair(ours.name(), direction, new Side(ours), new Side(theirs)), pair -> new ArrayList<>())
                .add(place);
    }

    List<Drift> drifts() {
        var drifts = new ArrayList<Drift>();
        places.forEach((pair, where) -> {
            var label = label(pair, where);
            var direction = pair.direction();
            var differences = new ArrayList<>(
                    SchemaDrift.between(pair.ours().schema(), pair.theirs().schema(), direction));
            DescriptionDrift.between(pair.ours().says(), pair.theirs().says(), direction).stream()
                    .filter(said -> differences.stream().noneMatch(found -> DescriptionDrift.repeats(said, found)))
                    .toList()
                    .forEach(differences::add);
            differences.forEach(found -> drifts.add(drift(label, found)));
        });
        return drifts;
    }

    /** A field is told by its own name, so that what became of it in several objects is one change. */
    private static Drift drift(String label, Found found) {
        var field = found.field();
        var holder = field.substring(0, field.lastIndexOf('.') + 1);
        var where = holder.isEmpty() ? label : label + " " + holder;
        var felt = HEADER.matcher(label).find() ? Felt.HEADER : found.felt();
        return Drift.about(found.severity(), felt, where, field.substring(holder.length()), found.says());
    }

    /** A schema by its name where all who share it agree, else by those who do not. */
    private String label(Pair pair, List<String> where) {
        var all = places.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(pair.name()))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        if (!pair.name().isEmpty() && (where.size() == all || where.size() > all / 2)) {
            return pair.name();
        }
        var shown = String.join(", ", where.subList(0, Math.min(SHOWN, where.size())));
        return where.size() <= SHOWN ? shown : shown + " and " + (where.size() - SHOWN) + " others,";
    }
}
