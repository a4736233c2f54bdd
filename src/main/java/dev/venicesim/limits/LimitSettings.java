package dev.venicesim.limits;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.Verified;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits of a world, as an edition sets and a scenario changes them.
 *
 * @param on false lets everything through and announces nothing
 * @param perMinute requests a minute; a call that is not in it is not limited
 * @param budget of failed requests
 * @param tokensPerMinute what the token headers announce; no video request uses tokens, and no number is documented, so this one is chosen
 */
public record LimitSettings(boolean on, Map<LimitedCall, Integer> perMinute, FailedBudget budget, int tokensPerMinute) {

    private static final int ANNOUNCED_TOKENS = 1_000_000;

    @Verified(on = "2026-10-02", source = "api-facts 3.4; observed-behaviour A7")
    private static final Map<LimitedCall, Integer> WALLET_LIMITS =
            Map.of(LimitedCall.TOP_UP, 10, LimitedCall.WALLET_BALANCE, 30, LimitedCall.WALLET_TRANSACTIONS, 20);

    public LimitSettings {
        var copy = new EnumMap<LimitedCall, Integer>(LimitedCall.class);
        copy.putAll(perMinute);
        copy.forEach((call, amount) -> {
            if (amount < 0) {
                throw new IllegalArgumentException(
                        "limit of " + call.label() + " is 0 or more requests a minute, not " + amount);
            }
        });
        perMinute = Collections.unmodifiableMap(copy);
    }

    /** What both editions publish: 40 queue and 120 retrieve requests a minute, nothing for the rest but by quirk. */
    @Verified(on = "2026-08-21", source = "api-facts 7")
    public static LimitSettings of(Quirks quirks) {
        var perMinute = new EnumMap<>(Map.of(LimitedCall.QUEUE, 40, LimitedCall.RETRIEVE, 120));
        if (quirks.is(Quirk.WALLET_LIMITS, "observed")) {
            perMinute.putAll(WALLET_LIMITS);
        }
        return new LimitSettings(true, perMinute, FailedBudget.of(quirks), ANNOUNCED_TOKENS);
    }

    /** Requests a minute, or {@link Decision#UNLIMITED}. */
    int limit(LimitedCall call) {
        return on ? perMinute.getOrDefault(call, Decision.UNLIMITED) : Decision.UNLIMITED;
    }

    public LimitSettings withPerMinute(LimitedCall call, int amount) {
        var copy = new EnumMap<LimitedCall, Integer>(LimitedCall.class);
        copy.putAll(perMinute);
        copy.put(call, amount);
        return new LimitSettings(on, copy, budget, tokensPerMinute);
    }

    /** These settings with one call no longer limited. */
    public LimitSettings withoutLimit(LimitedCall call) {
        var copy = new EnumMap<LimitedCall, Integer>(LimitedCall.class);
        copy.putAll(perMinute);
        copy.remove(call);
        return new LimitSettings(on, copy, budget, tokensPerMinute);
    }

    public LimitSettings withBudget(FailedBudget changed) {
        return new LimitSettings(on, perMinute, changed, tokensPerMinute);
    }

    public LimitSettings switched(boolean onOrOff) {
        return new LimitSettings(onOrOff, perMinute, budget, tokensPerMinute);
    }
}
