package dev.venicesim.billing;

import java.util.List;
import java.util.Optional;

/**
 * Register that makes every charge, settlement and refund happen once: the claims that are open, and how each closed
 * one ended. A closed claim is forgotten when an entry of its job is folded away; an open one never is.
 *
 * @param open by queue id
 * @param closed by queue id
 */
public record Claims(PersistentMap<Claim> open, PersistentMap<Ending> closed) {

    /** How a claim ended. */
    public enum Ending {
        CHARGED,
        GIVEN_BACK
    }

    static final Claims NONE = new Claims(PersistentMap.empty(), PersistentMap.empty());

    boolean knows(String queueId) {
        return open.contains(queueId) || closed.contains(queueId);
    }

    Optional<Claim> find(String queueId) {
        return open.get(queueId);
    }

    Claims with(Claim claim) {
        return new Claims(open.put(claim.purchase().queueId(), claim), closed);
    }

    Claims close(String queueId, Ending ending) {
        return new Claims(open.remove(queueId), closed.put(queueId, ending));
    }

    Claims forget(Claim claim) {
        return new Claims(open, closed.remove(claim.purchase().queueId()));
    }

    Claims forget(List<LedgerEntry> folded) {
        var left = closed;
        for (var entry : folded) {
            left = left.remove(entry.purchase().queueId());
        }
        return new Claims(open, left);
    }
}
