package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Summary of how facts about models are known, and since when: of all, and of each model. */
public final class AgeSummary {

    private final LocalDate today;
    private final Map<String, Integer> all = new LinkedHashMap<>();
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final Map<String, Map<String, Known>> models = new LinkedHashMap<>();

    /** How many facts are known in one way, and the oldest of them. */
    private record Known(int count, LocalDate oldest) {

        Known and(Known other) {
            return new Known(count + other.count, oldest.isBefore(other.oldest) ? oldest : other.oldest);
        }
    }

    /**
     * A summary without facts.
     *
     * @param ways the ways in which a fact may be known, in the order in which they are told
     * @param today from which ages are counted
     */
    public AgeSummary(List<String> ways, LocalDate today) {
        this.today = today;
        ways.forEach(way -> all.put(way, 0));
    }

    /** One fact about a model. */
    public void add(String model, String way, LocalDate since) {
        all.merge(way, 1, Integer::sum);
        dates.add(since);
        models.computeIfAbsent(model, id -> new LinkedHashMap<>()).merge(way, new Known(1, since), Known::and);
    }

    /**
     * Counts by way, the oldest and the newest date, and for each model and way the count, the oldest date and the days
     * since then.
     */
    public ObjectNode toJson() {
        var node = Json.object();
        all.forEach(node::put);
        if (!dates.isEmpty()) {
            node.put("oldest", dates.first().toString())
                    .put("newest", dates.last().toString());
        }
        var byModel = node.putObject("models");
        models.forEach((model, ways) -> {
            var entry = byModel.putObject(model);
            all.keySet().stream()
                    .filter(ways::containsKey)
                    .forEach(way -> entry.set(way, written(ways.getOrDefault(way, new Known(0, today)))));
        });
        return node;
    }

    private ObjectNode written(Known known) {
        return Json.object()
                .put("count", known.count())
                .put("oldest", known.oldest().toString())
                .put("days", ChronoUnit.DAYS.between(known.oldest(), today));
    }
}
