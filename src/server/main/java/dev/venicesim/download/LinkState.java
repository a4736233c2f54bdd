package dev.venicesim.download;

import java.time.Instant;
import java.util.List;

/**
 * State of a download link: what has become of it. Immutable; bounded by its settings.
 *
 * @param issuedAt when the queue reply handed it out, by the world's clock
 * @param fullReads whole deliveries so far
 * @param underWay deliveries that have begun and may become whole ones
 * @param recentGets instants of the GETs admitted in the last minute, oldest first
 * @param addresses clients that used it, in order of appearance
 * @param revoked whether DELETE was called
 */
public record LinkState(
        Instant issuedAt,
        int fullReads,
        int underWay,
        List<Instant> recentGets,
        List<String> addresses,
        boolean revoked) {

    public LinkState {
        recentGets = List.copyOf(recentGets);
        addresses = List.copyOf(addresses);
    }

    /** A link nobody has used. */
    public static LinkState issued(Instant now) {
        return new LinkState(now, 0, 0, List.of(), List.of(), false);
    }

    LinkState withRecentGets(List<Instant> gets) {
        return new LinkState(issuedAt, fullReads, underWay, gets, addresses, revoked);
    }

    LinkState withAddresses(List<String> seen) {
        return new LinkState(issuedAt, fullReads, underWay, recentGets, seen, revoked);
    }

    LinkState begun() {
        return new LinkState(issuedAt, fullReads, underWay + 1, recentGets, addresses, revoked);
    }

    /** One delivery under way less, and so many full reads more. */
    LinkState ended(int fullRead) {
        return new LinkState(issuedAt, fullReads + fullRead, Math.max(0, underWay - 1), recentGets, addresses, revoked);
    }

    /** The same with nothing under way. */
    public LinkState atRest() {
        return new LinkState(issuedAt, fullReads, 0, recentGets, addresses, revoked);
    }

    /** The same after DELETE; what is under way goes on. */
    LinkState revokedByOwner() {
        return new LinkState(issuedAt, fullReads, underWay, List.of(), List.of(), true);
    }
}
