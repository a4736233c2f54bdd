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

    /** Admits or refuses a request that names no model. */
    public LimitDecision admit(LimitState state, LimitClass call, Instant now) {
        return admit(state, call, "", now);
    }

    /**
     * Admits or refuses a request. A refused one uses nothing up.
     *
     * @param model the id it asks for; empty if it names none
     * @param now by the world's clock
     */
    public LimitDecision admit(LimitState state, LimitClass call, String model, Instant now) {
        var limit = settings.limit(call);
        var millis = now.toEpochMilli();
        var failures = state.failures(model, settings.budget(), millis);
        if (isBlocked(failures, millis)) {
            return blocked(state, failures, limit);
        }
        if (limit == LimitDecision.UNLIMITED) {
            return unlimited(state, failures, millis);
        }
        var window = state.window(call, millis);
        if (window.used() >= limit) {
            return new LimitDecision(state, Ruling.WINDOW_USED_UP, limit, 0, window.resetsAtMillis(), failures);
        }
        var used = window.oneMore();
        return new LimitDecision(
                state.with(used), Ruling.ADMITTED, limit, limit - used.used(), window.resetsAtMillis(), failures);
    }

    /** Refuses a request of somebody who has failed too often, and looks at no other limit. */
    public LimitDecision block(LimitState state, String model, Instant now) {
        var millis = now.toEpochMilli();
        var failures = state.failures(model, settings.budget(), millis);
        return isBlocked(failures, millis)
                ? blocked(state, failures, LimitDecision.UNLIMITED)
                : unlimited(state, failures, millis);
    }

    private boolean isBlocked(FailureCount failures, long millis) {
        return settings.on() && failures.blocks(millis);
    }

    private static LimitDecision blocked(LimitState state, FailureCount failures, int limit) {
        return new LimitDecision(state, Ruling.BLOCKED_FOR_FAILURES, limit, 0, failures.blockedUntilMillis(), failures);
    }

    private static LimitDecision unlimited(LimitState state, FailureCount failures, long millis) {
        return new LimitDecision(state, Ruling.ADMITTED, LimitDecision.UNLIMITED, Integer.MAX_VALUE, millis, failures);
    }

    /** The state after so many failures that everything is refused, whatever model it names. */
    public LimitState exhausted(LimitState state, Instant now) {
        var millis = now.toEpochMilli();
        var failures = state.failures();
        while (settings.on() && !failures.blocks(millis)) {
            failures = failures.oneMore(millis, settings.budget());
        }
        return state.with(failures);
    }

    /** Counts how a request that named no model ended. */
    public LimitState record(LimitState state, FinishedRequest answer, Instant now) {
        return record(state, answer, "", now);
    }

    /**
     * Counts how a request ended; the state itself if that changes nothing.
     *
     * @param model the id it asked for; empty if it named none
     * @param now by the world's clock
     */
    public LimitState record(LimitState state, FinishedRequest answer, String model, Instant now) {
        if (answer.status() < 400 || !settings.on() || !settings.budget().counts(answer)) {
            return state;
        }
        var after = state.oneMore(model, settings.budget(), now.toEpochMilli());
        return after.equals(state) ? state : after;
    }
}
