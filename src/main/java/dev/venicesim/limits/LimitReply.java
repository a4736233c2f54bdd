package dev.venicesim.limits;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.LimitErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verified;
import java.util.function.BiConsumer;

/**
 * What a decision looks like to the client: headers, refusal and its why. Limits run by the world's clock, but every instant written here is in real time,
 * since it is by real time that a client waits.
 *
 * @param settings the limits the decision was made by
 * @param quirks units and choice of headers
 */
public record LimitReply(LimitSettings settings, Quirks quirks) {

    private static final int SECOND = 1000;

    /**
     * Hands every {@code x-ratelimit-*} header of a reply to the sink: none while limits are off, none of the window's for a call without a limit. Only replies
     * to authenticated callers carry them.
     */
    @Verified(on = "2026-08-21", source = "api-facts 7, 1.15 and 11 #55; observed-behaviour A6")
    public void headers(Decision decision, LimitSubject subject, Moment moment, BiConsumer<String, String> sink) {
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

    private void requests(Decision decision, Moment moment, BiConsumer<String, String> sink) {
        var reset = moment.realMillis(decision.resetsAtMillis());
        sink.accept("x-ratelimit-limit-requests", Integer.toString(decision.limit()));
        sink.accept("x-ratelimit-remaining-requests", Integer.toString(decision.remaining()));
        sink.accept("x-ratelimit-reset-requests", instant(reset));
        if (quirks.is(Quirk.RATE_LIMIT_HEADERS, "all")) {
            var left = Math.max(0, reset - moment.realNow().toEpochMilli());
            sink.accept("x-ratelimit-limit-tokens", Integer.toString(settings.tokensPerMinute()));
            sink.accept("x-ratelimit-remaining-tokens", Integer.toString(settings.tokensPerMinute()));
            sink.accept("x-ratelimit-reset-tokens", Long.toString(roundUp(left)));
        }
    }

    private String instant(long realMillis) {
        return Long.toString(quirks.is(Quirk.RATE_LIMIT_RESET, "seconds") ? roundUp(realMillis) : realMillis);
    }

    private void budget(Decision decision, Moment moment, BiConsumer<String, String> sink) {
        var failures = decision.state().failures();
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

    /** The refusal of a decision that does not admit. */
    public Refusal refusal(Decision decision, LimitedCall call, Moment moment) {
        return new Refusal(error(decision, call), why(decision, call, moment));
    }

    private ApiError error(Decision decision, LimitedCall call) {
        if (decision.ruling() == Decision.Ruling.WINDOW_USED_UP) {
            return call.isOfWallets() ? LimitErrors.walletRateLimitExceeded() : LimitErrors.rateLimitExceeded();
        }
        var budget = settings.budget();
        var seconds = budget.block().toSeconds();
        return budget.observed()
                ? LimitErrors.tooManyFailedObserved(budget.allowed(), seconds)
                : LimitErrors.tooManyFailed(budget.allowed(), seconds);
    }

    /** One line for the trace of a request. */
    String why(Decision decision, LimitedCall call, Moment moment) {
        return switch (decision.ruling()) {
            case ADMITTED ->
                decision.limited()
                        ? call.label() + " request admitted, " + decision.remaining() + " of " + decision.limit()
                                + " left in this minute"
                        : call.label() + " requests are not limited";
            case WINDOW_USED_UP ->
                "all " + decision.limit() + " " + call.label()
                        + " requests of this minute are used; it ends " + moment.words(decision.resetsAtMillis())
                        + " (api-facts 7)";
            case BLOCKED_FOR_FAILURES ->
                "more than " + settings.budget().allowed()
                        + " failed requests within "
                        + settings.budget().window().toSeconds() + " s; the block ends "
                        + moment.words(decision.resetsAtMillis()) + " (api-facts 7, 11 #56)";
        };
    }

    private static long roundUp(long millis) {
        return -Math.floorDiv(-millis, SECOND);
    }
}
