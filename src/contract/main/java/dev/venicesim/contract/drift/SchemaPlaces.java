package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.SchemaDrift.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies to compare, gathered so that a schema that many operations share is compared, and told of, once. */
final class SchemaPlaces {

    private static final int SHOWN = 2;

    private final Map<Pair, List<String>> places = new LinkedHashMap<>();

    private record Pair(String name, Direction direction, JsonNode ours, JsonNode theirs) {}

    void compare(String place, Direction direction, Body ours, JsonNode theirs) {
        places.computeIfAbsent(new Pair(ours.name(), direction, ours.schema(), theirs), pair -> new ArrayList<>())
                .add(place);
    }

    List<Drift> drifts() {
        var drifts = new ArrayList<Drift>();
        places.forEach((pair, where) -> {
            for (var found : SchemaDrift.between(pair.ours(), pair.theirs(), pair.direction())) {
                var field = found.field().isEmpty() ? "" : " " + found.field();
                drifts.add(new Drift(found.severity(), label(pair, where) + field, found.says()));
            }
        });
        return drifts;
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
