package dev.venicesim.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.json.Json;
import dev.venicesim.metric.Counters;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts of the requests that operations answered, by the model of the job they were about; of this process alone. */
public final class CallCounts {

    /**
     * What is counted together.
     *
     * @param operation its label
     * @param model of the job; empty if there was none
     */
    record Counted(String operation, String model) implements Comparable<Counted> {

        private static final Comparator<Counted> ORDER =
                Comparator.comparing(Counted::operation).thenComparing(Counted::model);

        @Override
        public int compareTo(Counted other) {
            return ORDER.compare(this, other);
        }
    }

    private final Counters<Counted> counts = new Counters<>();

    /** Counts one; models of jobs are those of the catalogue, so there are not many. */
    void count(String operation, String model) {
        counts.count(new Counted(operation, model));
    }

    /** How many requests were about a job of each model. */
    public Map<String, Long> byModel() {
        return counts.counts().entrySet().stream()
                .filter(entry -> !entry.getKey().model().isEmpty())
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().model(), TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
    }

    /** As {@code [{"operation":"queue","model":"wan-2.6-text-to-video","count":3}]}, by name. */
    public ArrayNode toJson() {
        var list = Json.object().putArray("calls");
        counts.counts()
                .forEach((counted, count) -> list.addObject()
                        .put("operation", counted.operation())
                        .put("model", counted.model())
                        .put("count", count));
        return list;
    }
}
