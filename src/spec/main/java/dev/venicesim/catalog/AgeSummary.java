package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Summary of how facts about models are known, and since when: of all, and of each model. */
public final class AgeSummary {

    private final LocalDate today;
    private final Map<String, Integer> all = new LinkedHashMap<>();
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final Map<String, Map<String, Known>> models = new LinkedHashMap<>();

    /** How many facts are known in one way, and the oldest of those of which the day is known. */
    private record Known(int count, Optional<LocalDate> oldest) {

        Known and(Known other) {
            var first = Stream.concat(oldest.stream(), other.oldest.stream()).min(Comparator.naturalOrder());
            return new Known(count + other.count, first);
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

    /**
     * One fact about a model.
     *
     * @param since nothing if nobody said when it held
     */
    public void add(String model, String way, Optional<LocalDate> since) {
        all.merge(way, 1, Integer::sum);
        since.ifPresent(dates::add);
        models.computeIfAbsent(model, id -> new LinkedHashMap<>()).merge(way, new Known(1, since), Known::and);
    }

    /**
     * Counts by way, the oldest and the newest date, and for each model and way the count, the oldest date and the days
     * since then, or {@code unknown} and null.
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
                    .forEach(way -> entry.set(way, written(ways.getOrDefault(way, new Known(0, Optional.empty())))));
        });
        return node;
    }

    private ObjectNode written(Known known) {
        return Json.object()
                .put("count", known.count())
                .put("oldest", known.oldest().map(LocalDate::toString).orElse("unknown"))
                .put(
                        "days",
                        known.oldest()
                                .map(oldest -> ChronoUnit.DAYS.between(oldest, today))
                                .orElse(null));
    }
}
