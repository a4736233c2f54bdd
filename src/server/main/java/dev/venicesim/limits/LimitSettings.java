package dev.venicesim.limits;

import dev.venicesim.api.LimitClass;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits of a world, as an edition sets and a scenario changes them.
 *
 * @param on false lets everything through and announces nothing
 * @param perMinute requests a minute; a call that is not in it is not limited
 * @param budget of failed requests
 * @param tokensPerMinute what the token headers announce; no video request uses tokens, and no number is documented, so
 *     this one is chosen
 */
public record LimitSettings(boolean on, Map<LimitClass, Integer> perMinute, FailedBudget budget, int tokensPerMinute) {

    private static final int ANNOUNCED_TOKENS = 1_000_000;

    @Verified(on = "2026-10-02", source = "docs/api/wallets.md#limits-of-wallet-routes")
    private static final Map<LimitClass, Integer> WALLET_LIMITS =
            Map.of(LimitClass.TOP_UP, 10, LimitClass.WALLET_BALANCE, 30, LimitClass.WALLET_TRANSACTIONS, 20);

    /** From one address. */
    @Verified(on = "2026-10-02", source = "docs/api/transcriptions.md#transcriptions-are-closed")
    private static final int CLOSED_TRANSCRIPTIONS = 60;

    public LimitSettings {
        var copy = new EnumMap<LimitClass, Integer>(LimitClass.class);
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
    @Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#published-request-limits")
    public static LimitSettings of(QuirkSettings quirks) {
        var perMinute = new EnumMap<>(Map.of(LimitClass.QUEUE, 40, LimitClass.RETRIEVE, 120));
        if (quirks.is(ApiQuirk.WALLET_LIMITS, "observed")) {
            perMinute.putAll(WALLET_LIMITS);
        }
        if (quirks.is(ApiQuirk.UPSCALE_QUOTE_LIMIT, "40")) {
            perMinute.put(LimitClass.UPSCALE_QUOTE, 40);
        }
        if (quirks.is(ApiQuirk.TRANSCRIPTIONS, "410")) {
            perMinute.put(LimitClass.CLOSED_TRANSCRIPTIONS, CLOSED_TRANSCRIPTIONS);
        }
        return new LimitSettings(true, perMinute, FailedBudget.of(quirks), ANNOUNCED_TOKENS);
    }

    /** Requests a minute, or {@link LimitDecision#UNLIMITED}. */
    int limit(LimitClass call) {
        return on ? perMinute.getOrDefault(call, LimitDecision.UNLIMITED) : LimitDecision.UNLIMITED;
    }

    public LimitSettings withPerMinute(LimitClass call, int amount) {
        var copy = new EnumMap<LimitClass, Integer>(LimitClass.class);
        copy.putAll(perMinute);
        copy.put(call, amount);
        return new LimitSettings(on, copy, budget, tokensPerMinute);
    }

    /** These settings with one call no longer limited. */
    public LimitSettings withoutLimit(LimitClass call) {
        var copy = new EnumMap<LimitClass, Integer>(LimitClass.class);
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
