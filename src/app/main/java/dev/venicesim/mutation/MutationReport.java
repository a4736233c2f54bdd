package dev.venicesim.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Report of a run: what became of each broken clause.
 *
 * @param rows one for each clause, in their order
 */
public record MutationReport(List<Row> rows) {

    /** What a suite made of a broken clause. */
    public enum Verdict {
        /** It failed, as it should. */
        NOTICED,
        /** It was ended since it went on for too long. */
        NOTICED_BY_TIME,
        /** It passed. */
        SURVIVES,
        /** It never got the reply that is broken. */
        NOT_REACHED
    }

    /** A clause, its verdict, and the first reply that was changed. */
    record Row(ContractClause clause, Verdict verdict, Optional<MutatingProxy.Sample> sample) {

        String line() {
            return "%-15s %-28s %s".formatted(verdict.name().replace('_', ' '), clause.id(), clause.says());
        }
    }

    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** What survives in lines for people, each with what shows it, and the sums. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            if (row.verdict() == Verdict.SURVIVES) {
                lines.add("SURVIVES " + row.clause().id() + ": " + row.clause().says());
                row.sample().ifPresent(sample -> {
                    lines.add("  " + sample.request());
                    lines.add("  was  " + sample.before());
                    lines.add("  sent " + sample.after());
                });
                row.clause().scenario().ifPresent(scenario -> lines.add("  as a scenario: " + scenario));
            }
        }
        lines.add(count(Verdict.SURVIVES) + " survive, "
                + (count(Verdict.NOTICED) + count(Verdict.NOTICED_BY_TIME)) + " are noticed ("
                + count(Verdict.NOTICED_BY_TIME) + " by time), " + count(Verdict.NOT_REACHED) + " are not reached");
        return lines;
    }

    public ObjectNode json() {
        var json = Json.object();
        for (var verdict : Verdict.values()) {
            json.put(verdict.name(), count(verdict));
        }
        var list = json.putArray("clauses");
        for (var row : rows) {
            var entry = list.addObject()
                    .put("id", row.clause().id())
                    .put("says", row.clause().says())
                    .put("verdict", row.verdict().name());
            row.clause().scenario().ifPresent(scenario -> entry.put("scenario", scenario));
            row.sample()
                    .ifPresent(sample -> entry.put("request", sample.request())
                            .put("was", sample.before())
                            .put("sent", sample.after()));
        }
        return json;
    }
}
