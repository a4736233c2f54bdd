package dev.venicesim.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.api.LimitClass;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.limits.LimitDecision.Ruling;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedBudgetTest {

    private static final Instant START = Instant.parse("2026-06-17T10:00:00.001Z");

    private final RateLimitPolicy limits = limits(QuirkSettings.defaults());

    private static RateLimitPolicy limits(QuirkSettings quirks) {
        return new RateLimitPolicy(LimitSettings.of(quirks));
    }

    private static LimitState failed(RateLimitPolicy limits, int times, FinishedRequest answer, Instant now) {
        var state = LimitState.EMPTY;
        for (var i = 0; i < times; i++) {
            state = limits.record(state, answer, now);
        }
        return state;
    }

    private static Ruling asked(RateLimitPolicy limits, LimitState state, Instant now) {
        return limits.admit(state, LimitClass.QUOTE, now).ruling();
    }

    @Test
    void bearsTwentyFailuresAndBlocksAfterTheNext() {
        var twenty = failed(limits, 20, FinishedRequest.of(400), START);
        var oneMore = limits.record(twenty, FinishedRequest.of(400), START);

        assertThat(asked(limits, twenty, START)).isEqualTo(Ruling.ADMITTED);
        assertThat(asked(limits, oneMore, START)).isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
    }

    @Test
    void givesEachModelABudgetOfItsOwnAsObserved() {
        var observed = limits(QuirkSettings.defaults().with("failed-budget", "50"));
        var state = LimitState.EMPTY;
        for (var i = 0; i < 51; i++) {
            state = observed.record(state, FinishedRequest.of(400), "a", START);
        }

        assertThat(observed.admit(state, LimitClass.QUOTE, "a", START).ruling()).isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
        assertThat(observed.admit(state, LimitClass.QUOTE, "b", START).ruling()).isEqualTo(Ruling.ADMITTED);
        assertThat(observed.admit(state, LimitClass.QUOTE, START).ruling()).isEqualTo(Ruling.ADMITTED);
        assertThat(state.ends()).containsExactly(START.plusSeconds(30));

        var later = observed.record(state, FinishedRequest.of(404), "b", START.plusSeconds(30));
        assertThat(later.failuresByModel()).as("what is over is forgotten").containsOnlyKeys("b");
    }

    @Test
    void refusesWhateverModelIsAskedForOnceEverythingIsExhausted() {
        for (var quirks :
                List.of(QuirkSettings.defaults(), QuirkSettings.defaults().with("failed-budget", "50"))) {
            var policy = limits(quirks);
            var state = policy.exhausted(LimitState.EMPTY, START);

            assertThat(policy.admit(state, LimitClass.QUEUE, "a", START).ruling())
                    .isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
            assertThat(policy.admit(state, LimitClass.QUEUE, "a", START.plusSeconds(30))
                            .ruling())
                    .isEqualTo(Ruling.ADMITTED);
        }
    }

    @Test
    void countsUnderSoManyModelsAndNoMore() {
        var observed = limits(QuirkSettings.defaults().with("failed-budget", "50"));
        var state = LimitState.EMPTY;
        for (var i = 0; i < 1000; i++) {
            state = observed.record(state, FinishedRequest.of(404), "made-up-" + i, START);
        }

        assertThat(state.failuresByModel()).hasSize(256);
    }

    @Test
    void blocksForThirtySecondsAndNotAMillisecondMore() {
        var blocked = failed(limits, 21, FinishedRequest.of(400), START);

        assertThat(asked(limits, blocked, START.plusMillis(29_999))).isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
        assertThat(asked(limits, blocked, START.plusSeconds(30))).isEqualTo(Ruling.ADMITTED);
    }

    @Test
    void startsAnewAfterABlock() {
        var blocked = failed(limits, 21, FinishedRequest.of(400), START);
        var after = START.plusSeconds(30);

        var once = limits.record(blocked, FinishedRequest.of(400), after);

        assertThat(once.failures()).isEqualTo(new FailureCount(after.toEpochMilli(), 1, 0));
    }

    @Test
    void doesNotProlongABlockByRequestsThatWereUnderWay() {
        var blocked = failed(limits, 21, FinishedRequest.of(400), START);

        assertThat(limits.record(blocked, FinishedRequest.of(400), START.plusSeconds(29)))
                .isSameAs(blocked);
    }

    @Test
    void forgetsFailuresThirtySecondsAfterTheFirst() {
        var twenty = failed(limits, 20, FinishedRequest.of(400), START);

        var within = limits.record(twenty, FinishedRequest.of(400), START.plusMillis(29_999));
        var past = limits.record(twenty, FinishedRequest.of(400), START.plusSeconds(30));

        assertThat(asked(limits, within, START.plusSeconds(30))).isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
        assertThat(asked(limits, past, START.plusSeconds(30))).isEqualTo(Ruling.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 404, 409, 413, 415, 422, 500, 503})
    void countsEveryFailure(int status) {
        assertThat(limits.record(LimitState.EMPTY, FinishedRequest.of(status), START)
                        .failures()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 206, 304, 429})
    void countsNeitherSuccessNorRateLimit(int status) {
        assertThat(limits.record(LimitState.EMPTY, FinishedRequest.of(status), START))
                .isSameAs(LimitState.EMPTY);
    }

    @Test
    void countsNeitherDiscoveryNorConsent() {
        assertThat(limits.record(LimitState.EMPTY, FinishedRequest.discovery(), START))
                .isSameAs(LimitState.EMPTY);
        assertThat(limits.record(LimitState.EMPTY, FinishedRequest.needsConsent(), START))
                .isSameAs(LimitState.EMPTY);
    }

    @Test
    void countsConsentByQuirk() {
        var counting = limits(QuirkSettings.defaults().with("consent-counts-as-failed", "on"));

        var state = counting.record(LimitState.EMPTY, FinishedRequest.needsConsent(), START);

        assertThat(state.failures().count()).isEqualTo(1);
    }

    @Test
    void bearsFiftyByQuirkAndServerErrorsForEver() {
        var observed = limits(QuirkSettings.defaults().with("failed-budget", "50"));

        assertThat(asked(observed, failed(observed, 50, FinishedRequest.of(400), START), START))
                .isEqualTo(Ruling.ADMITTED);
        assertThat(asked(observed, failed(observed, 51, FinishedRequest.of(400), START), START))
                .isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
        assertThat(asked(observed, failed(observed, 99, FinishedRequest.of(500), START), START))
                .isEqualTo(Ruling.ADMITTED);
    }

    @Test
    void spendsNothingOfTheMinuteWhileBlocked() {
        var blocked = failed(limits, 21, FinishedRequest.of(400), START);

        var refused = limits.admit(blocked, LimitClass.QUEUE, START);

        assertThat(refused.state()).isSameAs(blocked);
        assertThat(limits.admit(blocked, LimitClass.QUEUE, START.plusSeconds(30))
                        .remaining())
                .isEqualTo(39);
    }

    @Test
    void takesABudgetFromAScenario() {
        var settings = limits.settings();
        var strict = new RateLimitPolicy(settings.withBudget(settings.budget().withAllowed(0)));

        assertThat(asked(strict, failed(strict, 1, FinishedRequest.of(400), START), START))
                .isEqualTo(Ruling.BLOCKED_FOR_FAILURES);
        assertThatThrownBy(() -> settings.budget().withAllowed(-1))
                .hasMessage("a budget of failed requests is 0 or more, not -1");
    }
}
