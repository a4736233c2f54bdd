package dev.venicesim.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.venicesim.api.LimitClass;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitReplyTest {

    private static final Instant REAL = Instant.parse("2026-11-23T12:00:00.500Z");
    private static final Instant WORLD = Instant.parse("2030-01-01T00:00:00.250Z");
    private static final LimitSubject KEY = LimitSubject.apiKey("k");

    private static LimitReply reply(QuirkSettings quirks) {
        return new LimitReply(LimitSettings.of(quirks), quirks);
    }

    private static LimitDecision admit(QuirkSettings quirks, LimitClass call, ClockReading moment) {
        var now = moment.clock().at(moment.realNow());
        return new RateLimitPolicy(LimitSettings.of(quirks)).admit(LimitState.EMPTY, call, now);
    }

    private static Map<String, String> headers(QuirkSettings quirks, LimitClass call, ClockReading moment) {
        return headers(reply(quirks), admit(quirks, call, moment), moment);
    }

    private static Map<String, String> headers(LimitReply reply, LimitDecision decision, ClockReading moment) {
        var headers = new LinkedHashMap<String, String>();
        reply.headers(decision, KEY, moment, headers::put);
        return headers;
    }

    private static ClockReading running(double scale) {
        return new ClockReading(new WorldClock(REAL, WORLD, scale, false), REAL);
    }

    private static ClockReading frozen() {
        return new ClockReading(new WorldClock(REAL, WORLD, 1, true), REAL);
    }

    private static LimitState blocked(RateLimitPolicy limits) {
        var state = LimitState.EMPTY;
        for (var i = 0; i <= limits.settings().budget().allowed(); i++) {
            state = limits.record(state, FinishedRequest.of(400), WORLD);
        }
        return state;
    }

    @Test
    void announcesTheWindowInRealTimeRoundedUpToSeconds() {
        assertThat(headers(QuirkSettings.defaults(), LimitClass.QUEUE, running(1)))
                .containsExactly(
                        entry("x-ratelimit-limit-requests", "40"),
                        entry("x-ratelimit-remaining-requests", "39"),
                        entry("x-ratelimit-reset-requests", "" + (REAL.getEpochSecond() + 61)),
                        entry("x-ratelimit-limit-tokens", "1000000"),
                        entry("x-ratelimit-remaining-tokens", "1000000"),
                        entry("x-ratelimit-reset-tokens", "60"),
                        entry("x-ratelimit-type", "api_key"));
    }

    @Test
    void announcesMillisecondsAndRequestsOnlyByQuirk() {
        var quirks = QuirkSettings.defaults()
                .with(Map.of("ratelimit-reset", "milliseconds", "ratelimit-headers", "requests"));

        assertThat(headers(quirks, LimitClass.RETRIEVE, running(1)))
                .containsExactly(
                        entry("x-ratelimit-limit-requests", "120"),
                        entry("x-ratelimit-remaining-requests", "119"),
                        entry("x-ratelimit-reset-requests", "" + (REAL.toEpochMilli() + 60_000)),
                        entry("x-ratelimit-type", "api_key"));
    }

    @Test
    void shortensTheWaitInAFastWorld() {
        assertThat(headers(QuirkSettings.defaults(), LimitClass.QUEUE, running(60)))
                .containsEntry("x-ratelimit-reset-requests", "" + (REAL.getEpochSecond() + 2))
                .containsEntry("x-ratelimit-reset-tokens", "1");
    }

    @Test
    void neverAnnouncesAnInstantAtWhichTheWindowIsStillClosed() {
        for (var scale : List.of(0.37, 1.0, 3.0, 7.77, 99_999.0)) {
            for (var nanos = 0; nanos < 2_000_000; nanos += 333_333) {
                var clock = new WorldClock(REAL.plusNanos(nanos), WORLD.plusNanos(nanos / 7), scale, false);
                var moment = new ClockReading(clock, REAL.plusNanos(nanos * 3L));
                var closes = WORLD.plusSeconds(60).toEpochMilli();

                var announced = Instant.ofEpochMilli(moment.realMillis(closes));

                assertThat(clock.at(announced).toEpochMilli())
                        .as("scale %s", scale)
                        .isGreaterThanOrEqualTo(closes);
            }
        }
    }

    @Test
    void announcesInAFrozenWorldWhatWouldHoldIfItRanAndSaysItDoesNot() {
        var decision = admit(QuirkSettings.defaults(), LimitClass.QUEUE, frozen());
        var refused = new LimitDecision(
                decision.state(),
                LimitDecision.Ruling.WINDOW_USED_UP,
                40,
                0,
                decision.resetsAtMillis(),
                FailureCount.NONE);

        assertThat(headers(QuirkSettings.defaults(), LimitClass.QUEUE, frozen()))
                .containsEntry("x-ratelimit-reset-requests", "" + (REAL.getEpochSecond() + 61));
        assertThat(reply(QuirkSettings.defaults())
                        .refusal(refused, LimitClass.QUEUE, frozen())
                        .why())
                .isEqualTo("all 40 queue requests of this minute are used; it ends at 2030-01-01T00:01:00.250Z by the"
                        + " world's clock, which is frozen: never, until the clock is moved"
                        + " (docs/api/limits-and-headers.md, \"Published request limits\")");
    }

    @Test
    void announcesOnlyTheKindOfLimitForCallsWithoutOne() {
        assertThat(headers(QuirkSettings.defaults(), LimitClass.QUOTE, running(1)))
                .containsExactly(entry("x-ratelimit-type", "api_key"));
    }

    @Test
    void announcesNothingWhenSwitchedOff() {
        var quirks = QuirkSettings.defaults().with("failed-budget", "50");
        var off = new LimitReply(LimitSettings.of(quirks).switched(false), quirks);

        assertThat(headers(off, admit(quirks, LimitClass.QUEUE, running(1)), running(1)))
                .isEmpty();
    }

    @Test
    void refusesWithTheDocumentedTexts() {
        var limits = new RateLimitPolicy(LimitSettings.of(QuirkSettings.defaults()));
        var blocked = limits.admit(blocked(limits), LimitClass.QUOTE, WORLD);
        var used = new LimitDecision(
                LimitState.EMPTY, LimitDecision.Ruling.WINDOW_USED_UP, 40, 0, WORLD.toEpochMilli(), FailureCount.NONE);

        var forFailures = reply(QuirkSettings.defaults()).refusal(blocked, LimitClass.QUOTE, running(1));
        var forWindow = reply(QuirkSettings.defaults()).refusal(used, LimitClass.QUEUE, running(1));

        assertThat(forFailures.error().status()).isEqualTo(429);
        assertThat(forFailures.error().body().toString())
                .isEqualTo("{\"error\":\"Too many failed attempts (> 20) resulting in a non-success status code."
                        + " Please wait 30s and try again.\"}");
        assertThat(forFailures.why()).contains("the block ends at 2030-01-01T00:00:30.250Z", "in 30000 ms");
        assertThat(forWindow.error().body().toString()).isEqualTo("{\"error\":\"Rate limit exceeded\"}");
        assertThat(forWindow.error().headers()).isEmpty();
    }

    @Test
    void refusesAndAnnouncesAsSeenLiveByQuirk() {
        var quirks = QuirkSettings.defaults().with("failed-budget", "50");
        var limits = new RateLimitPolicy(LimitSettings.of(quirks));
        var one =
                limits.admit(limits.record(LimitState.EMPTY, FinishedRequest.of(400), WORLD), LimitClass.QUOTE, WORLD);
        var blocked = limits.admit(blocked(limits), LimitClass.QUOTE, WORLD);

        assertThat(headers(reply(quirks), one, running(1)))
                .containsEntry("x-ratelimit-remaining", "49")
                .containsEntry("x-ratelimit-resets", "" + (REAL.toEpochMilli() + 30_000));
        assertThat(headers(reply(quirks), blocked, running(1)))
                .containsEntry("x-ratelimit-remaining", "0")
                .containsEntry("x-ratelimit-resets", "" + (REAL.toEpochMilli() + 30_000));
        assertThat(reply(quirks)
                        .refusal(blocked, LimitClass.QUOTE, running(1))
                        .error()
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("Too many failed attempts (> 50) resulting in a non-success status code. Please wait 30"
                        + " seconds and try again. See https://docs.venice.ai/api-reference/rate-limiting for more"
                        + " information.");
    }

    @Test
    void explainsAnAdmission() {
        var quirks = QuirkSettings.defaults();
        var limited = admit(quirks, LimitClass.QUEUE, running(1));
        var free = admit(quirks, LimitClass.QUOTE, running(1));

        assertThat(reply(quirks).why(limited, LimitClass.QUEUE, running(1)))
                .isEqualTo("queue request admitted, 39 of 40 left in this minute");
        assertThat(reply(quirks).why(free, LimitClass.QUOTE, running(1))).isEqualTo("quote requests are not limited");
    }
}
