package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.billing.Account;
import dev.venicesim.error.Verified;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The replies of {@code GET /api_keys/rate_limits} and its log. */
@Verified(on = "2026-08-21", source = "api-facts 1.9, 1.10")
public final class RateLimits {

    /** The account's tier; there is one. */
    public static final String TIER = "paid";

    private static final int LOGGED = 50;

    /**
     * One limit.
     *
     * @param type {@code RPM}, {@code RPD} or {@code TPM}
     */
    public record Limit(long amount, String type) {}

    /** The limits of one model; video models have none of their own. */
    public record ModelLimits(String model, List<Limit> limits) {}

    /**
     * A request that was refused for its rate.
     *
     * @param type {@code RPD RPM TPM FAILED_REQUESTS UNSUPPORTED_FEATURE_REQUESTS}
     */
    public record Exceeded(String keyId, String model, String type, Instant at) {}

    private RateLimits() {}

    /** @param now on the clock the account lives by; the next epoch begins at the next midnight UTC */
    public static ObjectNode render(Account account, List<ModelLimits> models, Instant now) {
        var usd = account.available();
        var diem = account.balances().diem();
        var json = Json.object();
        var data = json.putObject("data").put("accessPermitted", !usd.isZero() || !diem.isZero());
        data.putObject("apiTier").put("id", TIER).put("isCharged", true);
        var balances = data.putObject("balances").put("USD", usd.number());
        if (!account.diemAllocation().isZero()) {
            balances.put("DIEM", diem.number());
        }
        data.putNull("keyExpiration").put("nextEpochBegins", Wire.time(nextMidnight(now)));
        var limits = data.putArray("rateLimits");
        for (var model : models) {
            var row = limits.addObject().put("apiModelId", model.model());
            var inner = row.putArray("rateLimits");
            model.limits()
                    .forEach(limit ->
                            inner.addObject().put("amount", limit.amount()).put("type", limit.type()));
        }
        return json;
    }

    /** The newest fifty of what was refused. */
    public static ObjectNode log(List<Exceeded> newestFirst) {
        var json = Json.object();
        var data = json.putArray("data");
        for (var exceeded : newestFirst.subList(0, Math.min(LOGGED, newestFirst.size()))) {
            data.addObject()
                    .put("apiKeyId", exceeded.keyId())
                    .put("modelId", exceeded.model())
                    .put("rateLimitTier", TIER)
                    .put("rateLimitType", exceeded.type())
                    .put("timestamp", Wire.time(exceeded.at()));
        }
        return json.put("object", "list");
    }

    private static Instant nextMidnight(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return today.plusDays(1).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    }
}
