package dev.venicesim.jobs;

import dev.venicesim.api.Verified;
import java.time.Instant;
import java.util.Optional;

/**
 * Settlement that a job asks of the account it was paid from. Fixed once the fate is; settled once, by queue id.
 *
 * @param what what is to be done
 * @param at when it fell due, by the world's clock
 * @param why one sentence for the ledger
 */
public record JobSettlement(What what, Instant at, String why) {

    /** What can be asked of an account. */
    public enum What {
        /** The video was earned: what was held is charged; what was charged stays. */
        SETTLE,
        /** Nobody earned anything, and nobody said so: what was held is let go; what was charged stays. */
        RELEASE,
        /** The credits come back: what was held is let go, what was charged is credited. */
        REFUND,
        /** The provider refused, and whether the credits come back is the model's own rule. */
        REFUND_BY_MODEL
    }

    @Verified(
            on = "2026-08-21",
            source = "docs/api/disagreements.md#moment-of-a-wallet-charge,"
                    + " docs/api/disagreements.md#charge-and-refund-of-a-key; that a job nobody saw end releases its"
                    + " hold is ours")
    static Optional<JobSettlement> of(VideoJob job, Instant now) {
        var timeline = job.timeline();
        var end = job.endsAt().filter(at -> at.isBefore(timeline.expiresAt()));
        if (end.isPresent()) {
            return job.endedBy(now) ? Optional.of(atEnd(job.outcome(), end.get())) : Optional.empty();
        }
        return timeline.expiredBy(now)
                ? Optional.of(new JobSettlement(What.RELEASE, timeline.expiresAt(), "the job expired before it ended"))
                : Optional.empty();
    }

    private static JobSettlement atEnd(Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.Refused refused) {
            return new JobSettlement(refund(refused), at, "the provider refused the content");
        }
        if (outcome.keepsThePrice()) {
            return new JobSettlement(What.SETTLE, at, "the generation failed, and its price is kept");
        }
        return outcome instanceof Outcome.Rejected || outcome instanceof Outcome.Fails
                ? new JobSettlement(What.REFUND, at, "the generation failed")
                : new JobSettlement(What.SETTLE, at, "the video was made");
    }

    private static What refund(Outcome.Refused refused) {
        return refused.refunded()
                .map(refunded -> refunded ? What.REFUND : What.SETTLE)
                .orElse(What.REFUND_BY_MODEL);
    }
}
