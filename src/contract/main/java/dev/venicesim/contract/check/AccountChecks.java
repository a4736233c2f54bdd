package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;

/**
 * Checks of what a key's owner can read about it: limits, balances, usage; and of transcriptions, which need a key too.
 */
final class AccountChecks {

    private static final String USAGE = "GET /billing/usage";

    private AccountChecks() {}

    static List<Check> all() {
        return List.of(
                read(
                        "account.rate-limits",
                        "A key can read its limits",
                        "docs/api/limits-and-headers.md, \"Limits of a key\"",
                        "/api_keys/rate_limits",
                        "rate-limits-reply"),
                Check.free(
                        "account.rate-limit-log",
                        documented(
                                "A key can read which limits it met",
                                "docs/api/limits-and-headers.md, \"Log of refused requests\""),
                        ExchangeScript.of(
                                        key("/api_keys/rate_limits/log"),
                                        Expectation.status(200).schema("rate-limits-log-reply"))
                                .or(ApiQuirk.LOG_KEY, "admin", Expectation.error(401, "Admin API key required")),
                        ApiQuirk.LOG_KEY),
                Check.free(
                        "account.no-key",
                        documented(
                                "An account is shown to nobody without a key",
                                "docs/api/disagreements.md, \"Missing key\""),
                        ExchangeScript.of(
                                        TargetRequest.get("/billing/balance"),
                                        Expectation.error(401, "Authentication failed"))
                                .or(ApiQuirk.MISSING_KEY, "402", Expectation.status(402)),
                        ApiQuirk.MISSING_KEY),
                read(
                        "account.balance",
                        "A key can read its account's balances",
                        "docs/api/billing.md, \"Balance of an account\"",
                        "/billing/balance",
                        "billing-balance-reply"),
                read(
                                "account.usage",
                                "Usage comes in pages",
                                "docs/api/billing.md, \"Usage in pages\"",
                                "/billing/usage?limit=1",
                                "billing-usage-reply")
                        .in(edition -> !edition.gone().containsKey(USAGE)),
                Check.free(
                                "account.usage-gone",
                                documented(
                                        "Usage is gone, and says since when", "docs/api/billing.md, \"Usage is gone\""),
                                ExchangeScript.of(
                                        key("/billing/usage"),
                                        Expectation.status(410)
                                                .schema("error-standard")
                                                .header("Deprecation")
                                                .header("Sunset")
                                                .header("Link")))
                        .in(edition -> edition.gone().containsKey(USAGE)),
                read(
                                "account.usage-history",
                                "Usage history comes with a cursor",
                                "docs/api/billing.md, \"Usage history\"",
                                "/billing/usage-history?pageSize=10",
                                "billing-usage-history-reply")
                        .in(edition -> !edition.absent().containsKey("GET /billing/usage-history")),
                read(
                        "account.usage-analytics",
                        "Usage is summed by day, model and key",
                        "docs/api/billing.md, \"Usage sums\"",
                        "/billing/usage-analytics",
                        "billing-usage-analytics-reply"),
                transcriptions(),
                Check.free(
                        "transcriptions.nobody",
                        documented(
                                "Who names nobody is told how to pay",
                                "docs/api/wallets.md, \"The offer without credentials\";"
                                        + " docs/api/edition-2026-10-02.md#transcriptions-before-sign-in"),
                        ExpectedRefusals.nobody(TargetRequest.post(
                                        "/video/transcriptions", Json.object().put("url", "https://example.com/a")))
                                .or(ApiQuirk.TRANSCRIPTIONS, "410", gone()),
                        ApiQuirk.DISCOVERY_TEXT,
                        ApiQuirk.TRANSCRIPTIONS));
    }

    private static Check read(String id, String says, String source, String path, String schema) {
        return Check.free(
                id,
                documented(says, source),
                ExchangeScript.of(key(path), Expectation.status(200).schema(schema)));
    }

    private static Check transcriptions() {
        var call = TargetRequest.post(
                        "/video/transcriptions",
                        Json.object().put("url", "no address at all").put("extra", 1))
                .withKey();
        return Check.free(
                "transcriptions.answers",
                documented(
                        "Transcriptions look at what they are sent",
                        "docs/api/transcriptions.md, \"Request and reply\""),
                ExchangeScript.of(call, Expectation.detailed()).or(ApiQuirk.TRANSCRIPTIONS, "410", gone()),
                ApiQuirk.TRANSCRIPTIONS);
    }

    /** Source: docs/api/edition-2026-10-02.md#transcriptions-before-sign-in. */
    private static Expectation gone() {
        return Expectation.status(410).header("Deprecation").header("Link");
    }

    private static TargetRequest key(String path) {
        return new TargetRequest("GET", path, TargetRequest.Auth.KEY, Map.of(), java.util.Optional.empty());
    }
}
