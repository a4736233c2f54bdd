package dev.venicesim.limits;

import dev.venicesim.api.LimitClass;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.LimitErrors;
import dev.venicesim.error.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Form of a decision for the client: headers, refusal and its why. Limits run by the world's clock, but every instant
 * written here is in real time, since it is by real time that a client waits.
 *
 * @param settings the limits the decision was made by
 * @param quirks units and choice of headers
 */
public record LimitReply(LimitSettings settings, QuirkSettings quirks) {

    private static final int SECOND = 1000;

    /**
     * Hands every {@code x-ratelimit-*} header of a reply to the sink: none while limits are off, none of the window's
     * for a call without a limit. Only replies to authenticated callers carry them.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/limits-and-headers.md#limit-headers,"
                    + " docs/api/limits-and-headers.md#limit-headers-as-observed")
    public void headers(
            LimitDecision decision, LimitSubject subject, ClockReading moment, BiConsumer<String, String> sink) {
        if (!settings.on()) {
            return;
        }
        if (decision.limited()) {
            requests(decision, moment, sink);
        }
        sink.accept("x-ratelimit-type", subject.type());
        if (settings.budget().observed()) {
            budget(decision, moment, sink);
        }
    }

    private void requests(LimitDecision decision, ClockReading moment, BiConsumer<String, String> sink) {
        var reset = moment.realMillis(decision.resetsAtMillis());
        sink.accept("x-ratelimit-limit-requests", Integer.toString(decision.limit()));
        sink.accept("x-ratelimit-remaining-requests", Integer.toString(decision.remaining()));
        sink.accept("x-ratelimit-reset-requests", instant(reset));
        if (quirks.is(ApiQuirk.RATE_LIMIT_HEADERS, "all")) {
            var left = Math.max(0, reset - moment.realNow().toEpochMilli());
            sink.accept("x-ratelimit-limit-tokens", Integer.toString(settings.tokensPerMinute()));
            sink.accept("x-ratelimit-remaining-tokens", Integer.toString(settings.tokensPerMinute()));
            sink.accept("x-ratelimit-reset-tokens", Long.toString(roundUp(left)));
        }
    }

    private String instant(long realMillis) {
        return Long.toString(quirks.is(ApiQuirk.RATE_LIMIT_RESET, "seconds") ? roundUp(realMillis) : realMillis);
    }

    private void budget(LimitDecision decision, ClockReading moment, BiConsumer<String, String> sink) {
        var failures = decision.failures();
        var now = moment.clock().at(moment.realNow()).toEpochMilli();
        if (failures.blocks(now)) {
            sink.accept("x-ratelimit-remaining", "0");
            sink.accept("x-ratelimit-resets", Long.toString(moment.realMillis(failures.blockedUntilMillis())));
        } else if (failures.openAt(now, settings.budget())) {
            var closes = failures.openedAtMillis() + settings.budget().window().toMillis();
            sink.accept(
                    "x-ratelimit-remaining", Integer.toString(settings.budget().allowed() - failures.count()));
            sink.accept("x-ratelimit-resets", Long.toString(moment.realMillis(closes)));
        }
    }

    /** When a block for failures ends by what its refusal says, which counts its whole length from the refusal. */
    public Optional<Instant> blockEnds(LimitDecision decision, Instant realNow) {
        return decision.ruling() == LimitDecision.Ruling.BLOCKED_FOR_FAILURES
                ? Optional.of(realNow.plusSeconds(settings.budget().block().toSeconds()))
                : Optional.empty();
    }

    /** When a window closes by what {@link #headers} say; empty where they say nothing of it. */
    public Optional<Instant> windowEnds(LimitDecision decision, ClockReading moment) {
        return settings.on() && decision.limited()
                ? Optional.of(announced(moment.realMillis(decision.resetsAtMillis())))
                : Optional.empty();
    }

    private Instant announced(long realMillis) {
        return quirks.is(ApiQuirk.RATE_LIMIT_RESET, "seconds")
                ? Instant.ofEpochSecond(roundUp(realMillis))
                : Instant.ofEpochMilli(realMillis);
    }

    /** The refusal of a decision that does not admit. */
    public Refusal refusal(LimitDecision decision, LimitClass call, ClockReading moment) {
        return new Refusal(error(decision, call), why(decision, call, moment));
    }

    private ApiError error(LimitDecision decision, LimitClass call) {
        if (decision.ruling() == LimitDecision.Ruling.WINDOW_USED_UP) {
            return call.saysMore() ? LimitErrors.rateLimitExceededForNow() : LimitErrors.rateLimitExceeded();
        }
        var budget = settings.budget();
        var seconds = budget.block().toSeconds();
        var error = budget.observed()
                ? LimitErrors.tooManyFailedObserved(budget.allowed(), seconds)
                : LimitErrors.tooManyFailed(budget.allowed(), seconds);
        return quirks.is(ApiQuirk.FAILED_BUDGET_BODY, "custom-message") ? LimitErrors.withCustomMessage(error) : error;
    }

    /** One line for the trace of a request. */
    String why(LimitDecision decision, LimitClass call, ClockReading moment) {
        return switch (decision.ruling()) {
            case ADMITTED ->
                decision.limited()
                        ? call.label() + " request admitted, " + decision.remaining() + " of " + decision.limit()
                                + " left in this minute"
                        : call.label() + " requests are not limited";
            case WINDOW_USED_UP ->
                "all " + decision.limit() + " " + call.label()
                        + " requests of this minute are used; it ends " + moment.words(decision.resetsAtMillis())
                        + " (docs/api/limits-and-headers.md, \"Published request limits\")";
            case BLOCKED_FOR_FAILURES ->
                "more than " + settings.budget().allowed()
                        + " failed requests within "
                        + settings.budget().window().toSeconds() + " s; the block ends "
                        + moment.words(decision.resetsAtMillis())
                        + " (docs/api/limits-and-headers.md, \"Too many failures\")";
        };
    }

    private static long roundUp(long millis) {
        return -Math.floorDiv(-millis, SECOND);
    }
}
