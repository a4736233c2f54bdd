package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writer of what happened in a simulator, a line each, for people. */
final class JournalLines {

    private JournalLines() {}

    /**
     * One line about an event.
     *
     * @param type as the control API calls it
     */
    static String of(String type, String world, JsonNode data) {
        return switch (type) {
            case "request" -> request(world, data);
            case "job" ->
                "job      " + world + "  " + text(data, "state") + " " + text(data, "model") + " "
                        + text(data, "queueId");
            case "money" ->
                "money    " + world + "  " + text(data, "type") + " " + text(data, "amountUsd") + " USD, balance "
                        + text(data, "balanceUsd") + ": " + text(data, "why");
            case "finding" -> "finding  " + world + "  " + text(data, "rule") + ": " + text(data, "says");
            case "clock" ->
                "clock    " + world + "  " + text(data, "now")
                        + (data.path("frozen").asBoolean() ? ", frozen" : "");
            case "gap" -> "gap      " + text(data, "missed") + " events came too fast or too early to be shown";
            default -> type + "    " + world + "  " + text(data, "change");
        };
    }

    static String request(String world, JsonNode entry) {
        var why = entry.path("why");
        var reason = why.isEmpty() ? "" : "  " + plain(why.get(why.size() - 1).asText());
        var millis = BigDecimal.valueOf(entry.path("micros").asLong(), 3).setScale(1, RoundingMode.HALF_UP);
        return "request  " + world + "  #" + text(entry, "n") + " " + text(entry, "at") + " " + text(entry, "method")
                + " " + text(entry, "path") + " " + text(entry, "status") + " " + millis + "ms "
                + text(entry, "ray") + reason;
    }

    private static String text(JsonNode data, String field) {
        var value = data.path(field);
        return value.isNull() || value.isMissingNode() ? "-" : plain(value.asText());
    }

    /** A text of others as one line may show it. */
    static String plain(String text) {
        return PlainText.of(text).replaceAll("\\R", " ");
    }
}
