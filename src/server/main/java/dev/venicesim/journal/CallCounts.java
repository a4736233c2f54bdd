package dev.venicesim.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.json.Json;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of the requests that operations answered, by the model of the job they were about; of this process alone. */
public final class CallCounts {

    /**
     * What is counted together.
     *
     * @param operation its label
     * @param model of the job; empty if there was none
     */
    record Counted(String operation, String model) {}

    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one; models of jobs are those of the catalogue, so there are not many. */
    void count(String operation, String model) {
        counts.computeIfAbsent(new Counted(operation, model), counted -> new LongAdder())
                .increment();
    }

    /** As {@code [{"operation":"queue","model":"wan-2.6-text-to-video","count":3}]}, by name. */
    public ArrayNode toJson() {
        var list = Json.object().putArray("calls");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Counted::operation).thenComparing(Counted::model)))
                .forEach(entry -> list.addObject()
                        .put("operation", entry.getKey().operation())
                        .put("model", entry.getKey().model())
                        .put("count", entry.getValue().sum()));
        return list;
    }
}
