package dev.venicesim.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Operation;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelFamily;
import dev.venicesim.journal.CallCounts;
import dev.venicesim.journal.TrafficMeter;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Coverage of an edition's contract: the replies of its OpenAPI document, outcomes, faults and families of models, each
 * with how often clients have met it.
 */
public final class ContractCoverage {

    /** The fault of a reply that is lost when the job is paid for. */
    private static final String LOST_AFTER_THE_CHARGE = "lost after the charge";

    private final Catalog catalog;
    private final TrafficMeter meter;
    private final CallCounts calls;
    private final CoverageHints hints = CoverageHints.shipped();
    private final List<CoveragePoint> points = new ArrayList<>();

    private ContractCoverage(Catalog catalog, TrafficMeter meter, CallCounts calls) {
        this.catalog = catalog;
        this.meter = meter;
        this.calls = calls;
    }

    /**
     * What clients have met since the process began.
     *
     * @param document the API's OpenAPI document as it is simulated
     * @return {@code {"edition", "met", "of", "points": [{"kind", "name", "met", "shownBy"}]}}
     */
    public static ObjectNode of(JsonNode document, Catalog catalog, TrafficMeter meter, CallCounts calls) {
        var coverage = new ContractCoverage(catalog, meter, calls);
        coverage.replies(document);
        coverage.outcomes();
        coverage.faults();
        coverage.families();
        return coverage.toJson();
    }

    private void replies(JsonNode document) {
        var met = meter.requests().counts().entrySet().stream()
                .filter(entry -> !entry.getKey().cause().equals("stub"))
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().operation() + " "
                                + entry.getKey().status(),
                        Collectors.summingLong(Map.Entry::getValue)));
        statuses(document)
                .forEach((operation, statuses) -> statuses.forEach(status -> {
                    var name = operation + " " + status;
                    add(CoverageKind.REPLY, name, met.getOrDefault(name, 0L), hints.reply(operation, status));
                }));
    }

    /** The statuses that the document has, by the labels of operations and in their order. */
    private static Map<String, NavigableSet<String>> statuses(JsonNode document) {
        var order = Arrays.stream(Operation.values())
                .map(Operation::label)
                .distinct()
                .toList();
        var statuses = new TreeMap<String, NavigableSet<String>>(
                (one, other) -> Integer.compare(order.indexOf(one), order.indexOf(other)));
        for (var operation : Operation.values()) {
            document.path("paths").properties().stream()
                    .filter(entry -> bare(entry.getKey()).equals(bare(operation.path())))
                    .map(entry -> entry.getValue()
                            .path(operation.method().toLowerCase(Locale.ROOT))
                            .path("responses"))
                    .forEach(responses -> responses
                            .fieldNames()
                            .forEachRemaining(
                                    statuses.computeIfAbsent(operation.label(), label -> new TreeSet<>())::add));
        }
        return statuses;
    }

    /** A path without the root and without the names of what differs. */
    private static String bare(String path) {
        var inside = path.startsWith(Operation.ROOT) ? path.substring(Operation.ROOT.length()) : path;
        return inside.replaceAll("\\{[^}]*}", "{}");
    }

    private void outcomes() {
        var met = meter.jobs().counts();
        hints.outcomes()
                .forEach(label -> add(CoverageKind.OUTCOME, label, met.getOrDefault(label, 0L), hints.outcome(label)));
    }

    private void faults() {
        var met = meter.faults().counts();
        hints.faults()
                .forEach(label -> add(
                        CoverageKind.FAULT,
                        label,
                        label.equals(LOST_AFTER_THE_CHARGE) ? meter.lostReplies() : met.getOrDefault(label, 0L),
                        hints.fault(label)));
    }

    private void families() {
        var met = calls.byModel().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> ModelFamily.of(entry.getKey()), Collectors.summingLong(Map.Entry::getValue)));
        var first = new TreeMap<String, String>();
        catalog.listed().stream().map(Model::id).forEach(id -> first.putIfAbsent(ModelFamily.of(id), id));
        first.forEach(
                (family, id) -> add(CoverageKind.FAMILY, family, met.getOrDefault(family, 0L), "queue a job of " + id));
    }

    private void add(CoverageKind kind, String name, long met, String shownBy) {
        points.add(new CoveragePoint(kind, name, met, shownBy));
    }

    private ObjectNode toJson() {
        var json = Json.object()
                .put("edition", catalog.edition().id())
                .put("met", points.stream().filter(point -> point.met() > 0).count())
                .put("of", points.size());
        var list = json.putArray("points");
        points.forEach(point -> list.add(point.toJson()));
        return json;
    }
}
