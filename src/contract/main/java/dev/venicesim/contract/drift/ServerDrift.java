package dev.venicesim.contract.drift;

import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.LinkedHashSet;
import java.util.List;

/** Comparison of the addresses under which something is, of which clients take the first. */
final class ServerDrift {

    private ServerDrift() {}

    static void between(String where, List<String> was, List<String> is, List<Drift> found) {
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return;
        }
        if (!was.get(0).equals(is.get(0))) {
            add(found, Severity.BREAKING, where, "base URL " + was.get(0) + " became " + is.get(0));
        }
        var before = new LinkedHashSet<>(was);
        var now = new LinkedHashSet<>(is);
        SchemaDescription.without(now, before).stream()
                .filter(url -> !url.equals(is.get(0)))
                .forEach(url -> add(found, Severity.HARMLESS, where, "also to be had at " + url));
        SchemaDescription.without(before, now).stream()
                .filter(url -> !url.equals(was.get(0)))
                .forEach(url -> add(found, Severity.BREAKING, where, "no longer to be had at " + url));
    }

    private static void add(List<Drift> found, Severity severity, String where, String says) {
        found.add(Drift.of(severity, Felt.ADDRESS, where, says));
    }
}
