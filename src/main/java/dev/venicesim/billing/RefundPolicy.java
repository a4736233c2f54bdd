package dev.venicesim.billing;

import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.catalog.Trait;
import dev.venicesim.error.Verified;

/** Whether a failed job's price comes back, by model. What no rule names is refunded. */
public final class RefundPolicy {

    /**
     * The decision on one failure.
     *
     * @param creditsRefunded what the reply's {@code credits_refunded} says
     * @param why one sentence for people
     */
    public record Decision(boolean creditsRefunded, String why) {

        /** What to do with the claim of the job. */
        public Due.Kind due() {
            return creditsRefunded ? Due.Kind.REFUND : Due.Kind.SETTLE;
        }
    }

    private RefundPolicy() {}

    @Verified(on = "2026-08-21", source = "api-facts 5.4, 6 and 11 #67; Runway: observed-behaviour A2")
    public static Decision decide(Model model, Failure failure, Quirks quirks) {
        if (failure == Failure.BREAKDOWN) {
            return new Decision(true, "the job failed, so its price comes back (api-facts 11 #67)");
        }
        if (model.rules().has(Trait.BILLED_ON_REJECTION)) {
            return new Decision(false, "public Grok models bill a moderation rejection in full (api-facts 5.4)");
        }
        if (model.rules().has(Trait.BILLED_ON_REJECTION_OBSERVED) && quirks.is(Quirk.RUNWAY_REFUND, "kept")) {
            return new Decision(
                    false, "Runway keeps the price of a policy rejection (quirk runway-refund, observed-behaviour A2)");
        }
        return new Decision(true, "the provider rejected the job, so its price comes back (api-facts 6)");
    }
}
