package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import dev.venicesim.catalog.ApiQuirk;
import java.util.List;

/** Checks of the headers an authenticated caller sees, and of the limits they tell of. */
final class HeaderChecks {

    private HeaderChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "headers.balance",
                        documented(
                                "An authenticated reply tells the balance in dollars and DIEM",
                                "docs/api/limits-and-headers.md, \"Balance headers\""),
                        ExchangeScript.of(
                                CheckRequests.retrieve(CheckRequests.job()),
                                Expectation.anyStatus()
                                        .header("x-venice-balance-usd", "a number", HeaderChecks::isNumber)
                                        .header("x-venice-balance-diem", "a number", HeaderChecks::isNumber))),
                Check.free(
                        "headers.rate-limit",
                        documented(
                                "An authenticated reply tells what is left of the limits",
                                "docs/api/limits-and-headers.md, \"Limit headers\""),
                        ExchangeScript.of(
                                        CheckRequests.retrieve(CheckRequests.job()),
                                        limits().header("x-ratelimit-limit-tokens"))
                                .or(
                                        ApiQuirk.RATE_LIMIT_HEADERS,
                                        "requests",
                                        limits().and(ExpectedFacts.noHeader("x-ratelimit-limit-tokens")))
                                .orOption("--limits", "off", noLimits()),
                        ApiQuirk.RATE_LIMIT_HEADERS),
                Check.free(
                        "headers.rate-limit-reset",
                        documented(
                                "The window's reset is told in Unix seconds",
                                "docs/api/disagreements.md, \"Unit of the limit reset\""),
                        ExchangeScript.of(CheckRequests.retrieve(CheckRequests.job()), reset("Unix seconds", "\\d{10}"))
                                .or(ApiQuirk.RATE_LIMIT_RESET, "milliseconds", reset("Unix milliseconds", "\\d{13}"))
                                .orOption("--limits", "off", noLimits()),
                        ApiQuirk.RATE_LIMIT_RESET),
                Check.onRequest(
                        "limits.failed-budget",
                        documented(
                                "After more than 20 failures within 30 s a key is blocked",
                                "docs/api/disagreements.md, \"Size of the failure budget\""),
                        new FailedBudgetScript(),
                        ApiQuirk.FAILED_BUDGET));
    }

    private static Expectation limits() {
        return Expectation.anyStatus()
                .header("x-ratelimit-limit-requests")
                .header("x-ratelimit-remaining-requests")
                .header("x-ratelimit-reset-requests");
    }

    private static Expectation reset(String unit, String pattern) {
        return Expectation.anyStatus().header("x-ratelimit-reset-requests", unit, text -> text.matches(pattern));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    /** None of the three: the limits are off, or not told. */
    private static Expectation noLimits() {
        return Expectation.anyStatus()
                .and(ExpectedFacts.noHeader("x-ratelimit-limit-requests"))
                .and(ExpectedFacts.noHeader("x-ratelimit-remaining-requests"))
                .and(ExpectedFacts.noHeader("x-ratelimit-reset-requests"));
    }
}
