package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The replies of {@code GET /api_keys/rate_limits} and its log. */
@Verified(
        on = "2026-08-21",
        source = "docs/api/limits-and-headers.md#limits-of-a-key,"
                + " docs/api/limits-and-headers.md#log-of-refused-requests")
public final class RateLimits {

    /** The account's tier; there is one. */
    public static final String TIER = "paid";

    private RateLimits() {}

    /**
     * The limits and balances of an account.
     *
     * @param limits a row for each model, as the limits stage publishes them
     * @param now on the clock the account lives by; the next epoch begins at the next midnight UTC
     */
    public static ObjectNode render(LedgerAccount account, ArrayNode limits, Instant now) {
        var usd = account.available();
        var diem = account.balances().diem();
        var json = Json.object();
        var data = json.putObject("data").put("accessPermitted", !usd.isZero() || !diem.isZero());
        data.putObject("apiTier").put("id", TIER).put("isCharged", true);
        var balances = data.putObject("balances").put("USD", usd.number());
        if (!account.diemAllocation().isZero()) {
            balances.put("DIEM", diem.number());
        }
        data.putNull("keyExpiration").put("nextEpochBegins", WireTime.time(nextMidnight(now)));
        data.set("rateLimits", limits);
        return json;
    }

    /** What was refused, newest first. */
    public static ObjectNode log(RateLimitLog log) {
        var json = Json.object();
        var data = json.putArray("data");
        for (var exceeded : log.newestFirst()) {
            data.addObject()
                    .put("apiKeyId", exceeded.keyId())
                    .put("modelId", exceeded.model())
                    .put("rateLimitTier", TIER)
                    .put("rateLimitType", exceeded.type())
                    .put("timestamp", WireTime.time(exceeded.at()));
        }
        return json.put("object", "list");
    }

    private static Instant nextMidnight(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return today.plusDays(1).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    }
}
