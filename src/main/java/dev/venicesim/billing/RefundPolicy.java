package dev.venicesim.billing;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.Verified;
import java.util.List;

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

    /** Models of a family that keep the price of a moderation rejection: always, or only while a quirk says {@code kept}. */
    private record Keeps(String prefix, List<String> exceptSuffixes, List<Quirk> whileKept, String why) {

        boolean applies(String model, Quirks quirks) {
            return model.startsWith(prefix)
                    && exceptSuffixes.stream().noneMatch(model::endsWith)
                    && whileKept.stream().allMatch(quirk -> quirks.is(quirk, "kept"));
        }
    }

    @Verified(on = "2026-08-21", source = "api-facts 5.4 and 6; Runway: observed-behaviour A2")
    private static final List<Keeps> KEEPS = List.of(
            new Keeps(
                    "grok-imagine-",
                    List.of("-private"),
                    List.of(),
                    "public Grok models bill a moderation rejection in full (api-facts 5.4)"),
            new Keeps(
                    "runway-",
                    List.of(),
                    List.of(Quirk.RUNWAY_REFUND),
                    "Runway keeps the price of a policy rejection (quirk runway-refund, observed-behaviour A2)"));

    private RefundPolicy() {}

    public static Decision decide(String model, Failure failure, Quirks quirks) {
        return switch (failure) {
            case BREAKDOWN -> new Decision(true, "the job failed, so its price comes back (api-facts 11 #67)");
            case MODERATION ->
                KEEPS.stream()
                        .filter(rule -> rule.applies(model, quirks))
                        .findFirst()
                        .map(rule -> new Decision(false, rule.why()))
                        .orElseGet(() -> new Decision(
                                true, "the provider rejected the job, so its price comes back (api-facts 6)"));
        };
    }
}
