package dev.venicesim.limits;

import dev.venicesim.api.LimitClass;
import dev.venicesim.limits.LimitDecision.Ruling;
import java.time.Instant;

/**
 * Rate limit policy of a world: pure transitions over a subject's {@link LimitState}, by the world's clock.
 *
 * @param settings of the world
 */
public record RateLimitPolicy(LimitSettings settings) {

    /**
     * Admits or refuses a request. A refused one uses nothing up.
     *
     * @param now by the world's clock
     */
    public LimitDecision admit(LimitState state, LimitClass call, Instant now) {
        var limit = settings.limit(call);
        var millis = now.toEpochMilli();
        if (settings.on() && state.failures().blocks(millis)) {
            var until = state.failures().blockedUntilMillis();
            return new LimitDecision(state, Ruling.BLOCKED_FOR_FAILURES, limit, 0, until);
        }
        if (limit == LimitDecision.UNLIMITED) {
            return new LimitDecision(state, Ruling.ADMITTED, limit, Integer.MAX_VALUE, millis);
        }
        var window = state.window(call, millis);
        if (window.used() >= limit) {
            return new LimitDecision(state, Ruling.WINDOW_USED_UP, limit, 0, window.resetsAtMillis());
        }
        var used = window.oneMore();
        return new LimitDecision(
                state.with(used), Ruling.ADMITTED, limit, limit - used.used(), window.resetsAtMillis());
    }

    /**
     * Counts how a request ended; the state itself if that changes nothing.
     *
     * @param now by the world's clock
     */
    public LimitState record(LimitState state, FinishedRequest answer, Instant now) {
        if (answer.status() < 400 || !settings.on() || !settings.budget().counts(answer)) {
            return state;
        }
        var failures = state.failures().oneMore(now.toEpochMilli(), settings.budget());
        return failures.equals(state.failures()) ? state : state.with(failures);
    }
}
