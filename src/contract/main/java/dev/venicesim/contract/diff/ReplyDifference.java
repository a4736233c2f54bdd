package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Place where the replies of simulator and target differ.
 *
 * @param at where: {@code /status}, {@code /contentType}, or a pointer below {@code /headers} or {@code /body}
 * @param simulator what the simulator has there
 * @param target what the target has there
 */
public record ReplyDifference(String at, String simulator, String target) {

    private static final String STATUS = "/status";
    private static final int MOST = 10;
    private static final int SHOWN = 200;

    /** Whether the target failed where the simulator answered. */
    public boolean isServerError() {
        return at.equals(STATUS) && target.startsWith("5");
    }

    /** Where two replies differ, the first places of them. */
    static List<ReplyDifference> between(JsonNode simulator, JsonNode target) {
        var found = new ArrayList<ReplyDifference>();
        collect("", simulator, target, found);
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static void collect(String at, JsonNode ours, JsonNode theirs, List<ReplyDifference> found) {
        if (ours.equals(theirs)) {
            return;
        }
        if (ours.isObject() && theirs.isObject()) {
            var names = new TreeSet<String>();
            ours.fieldNames().forEachRemaining(names::add);
            theirs.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(at + "/" + name, ours.path(name), theirs.path(name), found));
        } else if (ours.isArray() && theirs.isArray() && ours.size() == theirs.size()) {
            for (var i = 0; i < ours.size(); i++) {
                collect(at + "/" + i, ours.path(i), theirs.path(i), found);
            }
        } else if (!isSameNumber(ours, theirs)) {
            found.add(new ReplyDifference(at, shown(ours), shown(theirs)));
        }
    }

    private static boolean isSameNumber(JsonNode ours, JsonNode theirs) {
        return ours.isNumber() && theirs.isNumber() && ours.decimalValue().compareTo(theirs.decimalValue()) == 0;
    }

    private static String shown(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() < SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    @Override
    public String toString() {
        return at + ": the simulator has " + simulator + ", the target " + target;
    }
}
