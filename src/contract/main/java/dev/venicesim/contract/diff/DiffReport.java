package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Report of a comparison.
 *
 * @param target its base URL
 * @param seed by which it can be made again
 * @param calls how many requests were compared
 * @param spent what jobs cost at the target by its quotes
 * @param found the first difference, if there is one
 * @param notes what the user must know besides
 */
public record DiffReport(String target, long seed, int calls, Usd spent, Optional<Found> found, List<String> notes) {

    /**
     * Difference between the two, and what shows it.
     *
     * @param conversation the fewest requests that were found to show it
     * @param differences of the replies to the last of them
     * @param explained the quirks, each as {@code name=value}, any of which makes the simulator agree
     */
    public record Found(CallScript conversation, List<ReplyDifference> differences, List<String> explained) {}

    public boolean agrees() {
        return found.isEmpty();
    }

    /** The report in lines for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        found.ifPresent(difference -> {
            var count = difference.conversation().calls().size();
            lines.add("DIFFERS in the reply to "
                    + (count == 1 ? "this request" : "the last of these " + count + " requests"));
            difference.conversation().lines().forEach(line -> lines.add("  " + line));
            difference.differences().forEach(place -> lines.add("  at " + place));
            difference
                    .explained()
                    .forEach(quirk -> lines.add("  with --quirk " + quirk + " the simulator agrees: tried"));
        });
        lines.addAll(notes);
        lines.add(calls + " requests compared, seed " + seed + ", spent " + spent + " USD: "
                + (agrees() ? "no difference" : "1 difference"));
        return lines;
    }

    public ObjectNode json() {
        var json = Json.object().put("target", target).put("seed", seed).put("calls", calls);
        json.put("spentUsd", spent.toString()).put("agrees", agrees());
        var list = json.putArray("notes");
        notes.forEach(list::add);
        found.ifPresent(difference -> {
            json.set("conversation", difference.conversation().json());
            var places = json.putArray("differences");
            difference
                    .differences()
                    .forEach(place -> places.addObject()
                            .put("at", place.at())
                            .put("simulator", place.simulator())
                            .put("target", place.target()));
            var quirks = json.putArray("explainedBy");
            difference.explained().forEach(quirks::add);
        });
        return json;
    }
}
