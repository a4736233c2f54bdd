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
        if (isBlocked(state, millis)) {
            return blocked(state, limit);
        }
        if (limit == LimitDecision.UNLIMITED) {
            return unlimited(state, millis);
        }
        var window = state.window(call, millis);
        if (window.used() >= limit) {
            return new LimitDecision(state, Ruling.WINDOW_USED_UP, limit, 0, window.resetsAtMillis());
        }
        var used = window.oneMore();
        return new LimitDecision(
                state.with(used), Ruling.ADMITTED, limit, limit - used.used(), window.resetsAtMillis());
    }

    /** Refuses a request of somebody who has failed too often, and looks at no other limit. */
    public LimitDecision block(LimitState state, Instant now) {
        var millis = now.toEpochMilli();
        return isBlocked(state, millis) ? blocked(state, LimitDecision.UNLIMITED) : unlimited(state, millis);
    }

    private boolean isBlocked(LimitState state, long millis) {
        return settings.on() && state.failures().blocks(millis);
    }

    private static LimitDecision blocked(LimitState state, int limit) {
        return new LimitDecision(
                state, Ruling.BLOCKED_FOR_FAILURES, limit, 0, state.failures().blockedUntilMillis());
    }

    private static LimitDecision unlimited(LimitState state, long millis) {
        return new LimitDecision(state, Ruling.ADMITTED, LimitDecision.UNLIMITED, Integer.MAX_VALUE, millis);
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
