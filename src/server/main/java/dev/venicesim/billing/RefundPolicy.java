package dev.venicesim.billing;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.QuirkSettings;

/** Refund policy by model: whether a failed job's price comes back. What no rule names is refunded. */
public final class RefundPolicy {

    /**
     * The decision on one failure.
     *
     * @param creditsRefunded what the reply's {@code credits_refunded} says
     * @param why one sentence for people
     */
    public record Decision(boolean creditsRefunded, String why) {

        /** What to do with the claim of the job. */
        public ClaimSettlement.Kind due() {
            return creditsRefunded ? ClaimSettlement.Kind.REFUND : ClaimSettlement.Kind.SETTLE;
        }
    }

    private RefundPolicy() {}

    @Verified(
            on = "2026-08-21",
            source = "docs/api/money-and-prices.md#refunds, docs/api/money-and-prices.md#moderation-fee-of-grok,"
                    + " docs/api/money-and-prices.md#runway-keeps-the-price")
    public static Decision decide(Model model, Failure failure, QuirkSettings quirks) {
        if (failure == Failure.BREAKDOWN) {
            return new Decision(
                    true, "the job failed, so its price comes back (docs/api/money-and-prices.md, \"Refunds\")");
        }
        if (model.rules().has(ModelTrait.BILLED_ON_REJECTION)) {
            return new Decision(
                    false,
                    "public Grok models bill a moderation rejection in full"
                            + " (docs/api/money-and-prices.md, \"Moderation fee of Grok\")");
        }
        if (model.rules().has(ModelTrait.BILLED_ON_REJECTION_OBSERVED) && quirks.is(ApiQuirk.RUNWAY_REFUND, "kept")) {
            return new Decision(
                    false,
                    "Runway keeps the price of a policy rejection (quirk runway-refund,"
                            + " docs/api/money-and-prices.md, \"Runway keeps the price\")");
        }
        return new Decision(
                true,
                "the provider rejected the job, so its price comes back"
                        + " (docs/api/money-and-prices.md, \"Refunds\")");
    }
}
