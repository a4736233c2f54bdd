package dev.venicesim.contract.drift;

import java.util.List;

/**
 * One version of a timeline and what became different with it.
 *
 * @param from the version before
 * @param to this version
 * @param drifts what differs
 */
record DriftStep(OpenApiVersion from, OpenApiVersion to, List<Drift> drifts) {

    DriftFindings findings() {
        return DriftFindings.of(drifts);
    }

    String title() {
        return from.title() + " -> " + to.title();
    }
}
