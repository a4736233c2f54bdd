package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import dev.venicesim.catalog.Quirk;
import java.util.List;

/** What is claimed of the headers an authenticated caller sees, and of the limits they tell of. */
final class HeaderChecks {

    private HeaderChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "headers.balance",
                        documented("An authenticated reply tells the balance in dollars and DIEM", "api-facts 1.15"),
                        Exchange.of(
                                Ask.retrieve(Ask.job()),
                                Expectation.anyStatus()
                                        .header("x-venice-balance-usd", "a number", HeaderChecks::isNumber)
                                        .header("x-venice-balance-diem", "a number", HeaderChecks::isNumber))),
                Check.free(
                        "headers.rate-limit",
                        documented("An authenticated reply tells what is left of the limits", "api-facts 7"),
                        Exchange.of(Ask.retrieve(Ask.job()), limits().header("x-ratelimit-limit-tokens"))
                                .or(
                                        Quirk.RATE_LIMIT_HEADERS,
                                        "requests",
                                        limits().and(Facts.noHeader("x-ratelimit-limit-tokens")))
                                .orOption("--limits", "off", noLimits()),
                        Quirk.RATE_LIMIT_HEADERS),
                Check.free(
                        "headers.rate-limit-reset",
                        documented("The window's reset is told in Unix seconds", "api-facts 11 #55"),
                        Exchange.of(Ask.retrieve(Ask.job()), reset("Unix seconds", "\\d{10}"))
                                .or(Quirk.RATE_LIMIT_RESET, "milliseconds", reset("Unix milliseconds", "\\d{13}"))
                                .orOption("--limits", "off", noLimits()),
                        Quirk.RATE_LIMIT_RESET),
                Check.onRequest(
                        "limits.failed-budget",
                        documented("After more than 20 failures within 30 s a key is blocked", "api-facts 7, 11 #56"),
                        new FailedBudgetScript(),
                        Quirk.FAILED_BUDGET));
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
                .and(Facts.noHeader("x-ratelimit-limit-requests"))
                .and(Facts.noHeader("x-ratelimit-remaining-requests"))
                .and(Facts.noHeader("x-ratelimit-reset-requests"));
    }
}
