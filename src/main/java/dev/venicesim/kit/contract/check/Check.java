package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirk;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing the contract claims about the API, and how to try it.
 *
 * @param id area and name, such as {@code quote.missing-duration}
 * @param claim what is claimed, and from where
 * @param cost what trying it takes
 * @param editions where the claim holds
 * @param settles quirks whose value it finds out
 * @param script how it is tried
 */
public record Check(String id, Claim claim, Cost cost, Set<Edition> editions, List<Quirk> settles, Script script) {

    /** How a check is tried. */
    @FunctionalInterface
    public interface Script {
        Result run(Session session) throws InterruptedException;
    }

    static Check free(String id, Claim claim, Script script, Quirk... settles) {
        return new Check(id, claim, Cost.FREE, EnumSet.allOf(Edition.class), List.of(settles), script);
    }

    static Check paid(String id, Claim claim, Script script, Quirk... settles) {
        return new Check(id, claim, Cost.PAID, EnumSet.allOf(Edition.class), List.of(settles), script);
    }

    static Check onRequest(String id, Claim claim, Script script, Quirk... settles) {
        return new Check(id, claim, Cost.ON_REQUEST, EnumSet.allOf(Edition.class), List.of(settles), script);
    }

    Check only(Edition edition) {
        return new Check(id, claim, cost, EnumSet.of(edition), settles, script);
    }

    boolean holdsIn(Edition edition) {
        return editions.contains(edition);
    }

    @Override
    public String toString() {
        return id;
    }
}
