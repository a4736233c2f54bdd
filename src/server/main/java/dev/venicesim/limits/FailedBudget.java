package dev.venicesim.limits;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import java.time.Duration;

/**
 * Budget of failed requests: how many are borne before a block, and which count.
 *
 * @param allowed failures within the window that bring no block yet
 * @param window counted from the first failure
 * @param block how long every request is refused afterwards
 * @param countsServerErrors whether 5xx count
 * @param countsConsent whether a 409 {@code needs_consent} counts
 * @param observed whether text and headers are those seen live instead of those documented, and each model that a caller
 *     asks for has a budget of its own
 */
public record FailedBudget(
        int allowed,
        Duration window,
        Duration block,
        boolean countsServerErrors,
        boolean countsConsent,
        boolean observed) {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    public FailedBudget {
        if (allowed < 0) {
            throw new IllegalArgumentException("a budget of failed requests is 0 or more, not " + allowed);
        }
        if (window.isNegative() || window.isZero() || block.isNegative()) {
            throw new IllegalArgumentException("a budget's window is above 0 and its block not negative");
        }
    }

    /** The documented budget of 20, or by quirk the observed one of 50, which server errors do not touch. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/limits-and-headers.md#too-many-failures,"
                    + " docs/api/limits-and-headers.md#too-many-failures-as-observed")
    static FailedBudget of(QuirkSettings quirks) {
        var observed = quirks.is(ApiQuirk.FAILED_BUDGET, "50");
        var consent = quirks.is(ApiQuirk.CONSENT_COUNTS_AS_FAILED, "on");
        return new FailedBudget(
                Integer.parseInt(quirks.get(ApiQuirk.FAILED_BUDGET)),
                HALF_A_MINUTE,
                HALF_A_MINUTE,
                !observed,
                consent,
                observed);
    }

    public FailedBudget withAllowed(int failures) {
        return new FailedBudget(failures, window, block, countsServerErrors, countsConsent, observed);
    }

    boolean counts(FinishedRequest answer) {
        return switch (answer.kind()) {
            case DISCOVERY -> false;
            case NEEDS_CONSENT -> countsConsent;
            case USUAL ->
                answer.status() >= 400 && answer.status() != 429 && (answer.status() < 500 || countsServerErrors);
        };
    }
}
