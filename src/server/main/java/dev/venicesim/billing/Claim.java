package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;

/**
 * Money taken or set aside for a job whose end has not been settled.
 *
 * @param held true if the dollars are on hold, false if they have been charged
 * @param usd the part in dollars
 * @param diem the part in DIEM; zero for holds
 * @param at when it was made
 * @param entry the place of its first entry in the account's history
 */
public record Claim(Purchase purchase, boolean held, Usd usd, Usd diem, Instant at, long entry) {

    /** How long a claim may stand without its job before it counts as orphaned. */
    public static final Duration GRACE = Duration.ofMinutes(1);

    /** The price of the job. */
    public Usd total() {
        return usd.plus(diem);
    }

    /** Whether a claim without a job has been so for too long; see the package's description for what to do then. */
    public boolean isOverdue(Instant now) {
        return at.plus(GRACE).isBefore(now);
    }
}
