package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Map;

/** What is claimed of what a key's owner can read about it: limits, balances, usage; and of transcriptions, which need a key too. */
final class AccountChecks {

    private AccountChecks() {}

    static List<Check> all() {
        return List.of(
                read(
                        "account.rate-limits",
                        "A key can read its limits",
                        "api-facts 1.9",
                        "/api_keys/rate_limits",
                        "rate-limits-reply"),
                Check.free(
                        "account.rate-limit-log",
                        documented("A key can read which limits it met", "api-facts 1.10"),
                        Exchange.of(
                                        key("/api_keys/rate_limits/log"),
                                        Expectation.status(200).schema("rate-limits-log-reply"))
                                .or(Quirk.LOG_KEY, "admin", Expectation.error(401, "Admin API key required")),
                        Quirk.LOG_KEY),
                read(
                        "account.balance",
                        "A key can read its account's balances",
                        "api-facts 1.11",
                        "/billing/balance",
                        "billing-balance-reply"),
                read(
                                "account.usage",
                                "Usage comes in pages",
                                "api-facts 1.12",
                                "/billing/usage?limit=1",
                                "billing-usage-reply")
                        .only(Edition.E2026_06_17),
                Check.free(
                                "account.usage-gone",
                                documented("Usage is gone, and says since when", "api-facts 1.12"),
                                Exchange.of(
                                        key("/billing/usage"),
                                        Expectation.status(410)
                                                .schema("error-standard")
                                                .header("Deprecation")
                                                .header("Sunset")
                                                .header("Link")))
                        .only(Edition.E2026_08_21),
                read(
                                "account.usage-history",
                                "Usage history comes with a cursor",
                                "api-facts 1.13",
                                "/billing/usage-history?pageSize=10",
                                "billing-usage-history-reply")
                        .only(Edition.E2026_08_21),
                read(
                        "account.usage-analytics",
                        "Usage is summed by day, model and key",
                        "api-facts 1.14",
                        "/billing/usage-analytics",
                        "billing-usage-analytics-reply"),
                transcriptions());
    }

    private static Check read(String id, String says, String source, String path, String schema) {
        return Check.free(
                id,
                documented(says, source),
                Exchange.of(key(path), Expectation.status(200).schema(schema)));
    }

    private static Check transcriptions() {
        var call = Call.post(
                        "/video/transcriptions",
                        Json.object().put("url", "no address at all").put("extra", 1))
                .withKey();
        return Check.free(
                "transcriptions.answers",
                documented("Transcriptions look at what they are sent", "api-facts 1.6"),
                Exchange.of(call, Expectation.detailed()).or(Quirk.TRANSCRIPTIONS, "410", Expectation.status(410)),
                Quirk.TRANSCRIPTIONS);
    }

    private static Call key(String path) {
        return new Call("GET", path, Call.Auth.KEY, Map.of(), java.util.Optional.empty());
    }
}
