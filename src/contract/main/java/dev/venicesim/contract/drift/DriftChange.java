package dev.venicesim.contract.drift;

import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A change as a reader is told it: one line for all the places in which the same became different.
 *
 * @param points each place of it, at least one
 */
record DriftChange(List<Drift> points) {

    private static final int SHOWN = 2;
    private static final int MODELS_SHOWN = 6;

    private record Key(Severity severity, Felt felt, String subject, String gist) {}

    /** What hurts clients most is first; what hurts alike stays in its order. */
    static List<DriftChange> of(List<Drift> drifts) {
        var alike = new LinkedHashMap<Key, List<Drift>>();
        drifts.forEach(drift -> alike.computeIfAbsent(
                        new Key(drift.severity(), drift.felt(), drift.subject(), drift.gist()),
                        key -> new ArrayList<>())
                .add(drift));
        return alike.values().stream()
                .map(points -> new DriftChange(List.copyOf(points)))
                .sorted(Comparator.comparing(DriftChange::severity).thenComparing(DriftChange::felt))
                .toList();
    }

    private Drift first() {
        return points.get(0);
    }

    Severity severity() {
        return first().severity();
    }

    Felt felt() {
        return first().felt();
    }

    /** The one place, or what the places share and the first of them. */
    String place() {
        var places = places();
        if (places.size() == 1) {
            return first().place();
        }
        var models = felt() == Felt.MODEL;
        var most = Math.min(places.size(), models ? MODELS_SHOWN : SHOWN);
        var rest = places.size() - most;
        var shown = String.join(", ", places.subList(0, most));
        var more = rest <= 0 ? "" : rest == 1 ? " and one other" : " and " + rest + " others";
        return (first().subject().isEmpty() ? "" : first().subject() + " in ") + places.size()
                + (models ? " models (" : " places (") + shown + more + ")";
    }

    List<String> places() {
        return points.stream()
                .map(point -> point.where().replaceFirst("[.,]$", ""))
                .distinct()
                .toList();
    }

    private String gist() {
        return first().gist();
    }

    /** What all points say, or what is common to them and what the first of them says. */
    String says() {
        if (points.stream().map(Drift::says).distinct().count() == 1) {
            return first().says();
        }
        var rest = first().says().substring(first().says().startsWith(gist()) ? gist().length() : 0);
        return gist() + " (" + first().where() + ": " + rest.replaceFirst("^[,:]? ", "") + ")";
    }
}
