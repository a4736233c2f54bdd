package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Coverage of the API's contract by one run, or by several together. */
final class RunCoverage {

    private static final String SOURCE = "give what coverage --json printed";

    private final String edition;
    private final List<Point> points;

    private RunCoverage(String edition, List<Point> points) {
        this.edition = edition;
        this.points = points;
    }

    /** Point of the contract, and how often it was met. */
    private record Point(String kind, String name, long met, String shownBy) {

        String place() {
            return kind + " " + name;
        }

        Point and(Point other) {
            return new Point(kind, name, Math.addExact(met, other.met), shownBy);
        }
    }

    /**
     * What several runs met together, each as {@code GET /__sim/coverage} tells it; at least one.
     *
     * @throws IllegalArgumentException if one is no coverage, or if they are of different editions
     */
    static RunCoverage of(List<JsonNode> runs) {
        var editions = new TreeSet<String>();
        var points = new LinkedHashMap<String, Point>();
        for (var run : runs) {
            editions.add(text(run, "edition"));
            if (!run.path("points").isArray()) {
                throw new IllegalArgumentException("it has no points; " + SOURCE);
            }
            run.path("points").forEach(json -> add(points, point(json)));
        }
        if (editions.size() > 1) {
            throw new IllegalArgumentException("they are of editions " + String.join(" and ", editions)
                    + "; merge runs of one edition, or ask with --edition");
        }
        return new RunCoverage(editions.first(), List.copyOf(points.values()));
    }

    private static void add(Map<String, Point> points, Point point) {
        points.merge(point.place(), point, Point::and);
    }

    private static Point point(JsonNode json) {
        if (!json.path("met").canConvertToLong() || json.path("met").longValue() < 0) {
            throw new IllegalArgumentException("a point's met is a number from 0; " + SOURCE);
        }
        return new Point(
                text(json, "kind"), text(json, "name"), json.path("met").longValue(), text(json, "shownBy"));
    }

    private static String text(JsonNode json, String member) {
        if (!json.path(member).isTextual()) {
            throw new IllegalArgumentException("it has no " + member + "; " + SOURCE);
        }
        return json.path(member).textValue();
    }

    private long met() {
        return points.stream().filter(point -> point.met() > 0).count();
    }

    /** In percent, rounded down, so that 100 says that all was met. */
    BigDecimal percent() {
        return points.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(met() * 100).divide(BigDecimal.valueOf(points.size()), 1, RoundingMode.DOWN);
    }

    private List<Point> missing() {
        return points.stream().filter(point -> point.met() == 0).toList();
    }

    private String total() {
        return met() + " of " + points.size() + " met in edition " + edition + " (" + percent() + " %)";
    }

    /** The total, and each point that was never met with what would show it. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add(total());
        if (!missing().isEmpty()) {
            lines.add("never met:");
        }
        missing().forEach(point -> lines.add("  %-8s%-24s%s".formatted(point.kind(), point.name(), point.shownBy())));
        return String.join("\n", lines);
    }

    /** For the summary of a job in CI. */
    String markdown() {
        var text = new StringBuilder("### Venice's contract, as met\n\n**" + total() + "**\n\n");
        if (!missing().isEmpty()) {
            text.append("| never met | | shown by |\n|---|---|---|\n");
        }
        missing()
                .forEach(point -> text.append("| ")
                        .append(point.kind())
                        .append(" | ")
                        .append(point.name())
                        .append(" | `")
                        .append(point.shownBy())
                        .append("` |\n"));
        return text.append('\n').toString();
    }

    ObjectNode json() {
        var json = Json.object().put("edition", edition).put("met", met()).put("of", points.size());
        var list = json.putArray("points");
        points.forEach(point -> list.addObject()
                .put("kind", point.kind())
                .put("name", point.name())
                .put("met", point.met())
                .put("shownBy", point.shownBy()));
        return json;
    }
}
