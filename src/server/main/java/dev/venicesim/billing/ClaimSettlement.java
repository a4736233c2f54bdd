package dev.venicesim.billing;

import java.time.Instant;

/**
 * Settlement that falls due: what a job's transition does to the money taken for it.
 *
 * @param queueId the job, and so the claim
 * @param at when it fell due on the world's clock: the job's end, not the moment somebody looked
 * @param why one sentence for people, for the ledger
 */
public record ClaimSettlement(String queueId, Kind kind, Instant at, String why) {

    /** The ways a claim can end. */
    public enum Kind {
        /** The job succeeded, or its model bills this failure: a hold is charged, a charge is final. */
        SETTLE,
        /** Nobody saw a held job end: the money is free again. */
        RELEASE,
        /** The job failed, or never was: the price is credited. On a hold the same as {@code RELEASE}. */
        REFUND
    }
}
