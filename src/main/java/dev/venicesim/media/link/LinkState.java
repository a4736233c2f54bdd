package dev.venicesim.media.link;

import java.time.Instant;
import java.util.List;

/**
 * What has become of a download link. Immutable; bounded by its settings.
 *
 * @param issuedAt when the queue reply handed it out, by the world's clock
 * @param fullReads whole deliveries so far
 * @param recentGets instants of the GETs admitted in the last minute, oldest first
 * @param addresses clients that used it, in order of appearance
 * @param revoked whether DELETE was called
 */
public record LinkState(
        Instant issuedAt, int fullReads, List<Instant> recentGets, List<String> addresses, boolean revoked) {

    public LinkState {
        recentGets = List.copyOf(recentGets);
        addresses = List.copyOf(addresses);
    }

    /** A link nobody has used. */
    public static LinkState issued(Instant now) {
        return new LinkState(now, 0, List.of(), List.of(), false);
    }

    LinkState withRecentGets(List<Instant> gets) {
        return new LinkState(issuedAt, fullReads, gets, addresses, revoked);
    }

    LinkState withAddresses(List<String> seen) {
        return new LinkState(issuedAt, fullReads, recentGets, seen, revoked);
    }
}
