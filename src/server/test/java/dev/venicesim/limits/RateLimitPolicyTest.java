package dev.venicesim.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.api.LimitClass;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.limits.LimitDecision.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitPolicyTest {

    private static final Instant START = Instant.parse("2026-06-17T10:00:12.345Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimitPolicy limits = new RateLimitPolicy(LimitSettings.of(QuirkSettings.defaults()));

    private LimitState used(LimitClass call, int times) {
        var state = LimitState.EMPTY;
        for (var i = 0; i < times; i++) {
            var decision = limits.admit(state, call, START.plusSeconds(i % 30));
            assertThat(decision.admitted()).as("request %d", i + 1).isTrue();
            state = decision.state();
        }
        return state;
    }

    @ParameterizedTest
    @CsvSource({"QUEUE, 40", "RETRIEVE, 120"})
    void admitsThePublishedNumberAndRefusesTheNext(LimitClass call, int published) {
        var state = used(call, published);

        var refused = limits.admit(state, call, START.plusSeconds(31));

        assertThat(refused.ruling()).isEqualTo(Ruling.WINDOW_USED_UP);
        assertThat(refused.limit()).isEqualTo(published);
        assertThat(refused.state()).isSameAs(state);
    }

    @Test
    void reopensAtTheMinuteAndNotAMillisecondBefore() {
        var state = used(LimitClass.QUEUE, 40);

        var before = limits.admit(state, LimitClass.QUEUE, START.plus(MINUTE).minusMillis(1));
        var at = limits.admit(state, LimitClass.QUEUE, START.plus(MINUTE));

        assertThat(before.admitted()).isFalse();
        assertThat(before.resetsAtMillis()).isEqualTo(START.plus(MINUTE).toEpochMilli());
        assertThat(at.admitted()).isTrue();
        assertThat(at.remaining()).isEqualTo(39);
        assertThat(at.resetsAtMillis())
                .isEqualTo(START.plus(MINUTE).plus(MINUTE).toEpochMilli());
    }

    @Test
    void countsEachCallApart() {
        var state = used(LimitClass.QUEUE, 40);

        var retrieve = limits.admit(state, LimitClass.RETRIEVE, START);
        var queue = limits.admit(retrieve.state(), LimitClass.QUEUE, START);

        assertThat(retrieve.remaining()).isEqualTo(119);
        assertThat(queue.admitted()).isFalse();
    }

    @Test
    void keepsMoreThanTwoWindows() {
        var settings = LimitSettings.of(QuirkSettings.defaults())
                .withPerMinute(LimitClass.QUOTE, 1)
                .withPerMinute(LimitClass.MODELS, 1);
        var wide = new RateLimitPolicy(settings);
        var state = LimitState.EMPTY;
        for (var round = 0; round < 2; round++) {
            for (var call : settings.perMinute().keySet()) {
                state = wide.admit(state, call, START).state();
            }
        }

        assertThat(state.windows()).hasSize(4);
        assertThat(wide.admit(state, LimitClass.QUEUE, START).remaining()).isEqualTo(37);
        assertThat(wide.admit(state, LimitClass.RETRIEVE, START).remaining()).isEqualTo(117);
        assertThat(wide.admit(state, LimitClass.QUOTE, START).admitted()).isFalse();
        assertThat(wide.admit(state, LimitClass.MODELS, START).admitted()).isFalse();
    }

    @Test
    void leavesCallsWithoutAPublishedNumberAlone() {
        var decision = limits.admit(LimitState.EMPTY, LimitClass.QUOTE, START);

        assertThat(decision.admitted()).isTrue();
        assertThat(decision.limited()).isFalse();
        assertThat(decision.state()).isSameAs(LimitState.EMPTY);
    }

    @Test
    void countsARequestThatWasOvertakenInTheOpenWindow() {
        var state = used(LimitClass.QUEUE, 40);

        assertThat(limits.admit(state, LimitClass.QUEUE, START.minusMillis(5)).admitted())
                .isFalse();
    }

    @Test
    void letsEverythingThroughWhenSwitchedOff() {
        var off = new RateLimitPolicy(limits.settings().switched(false));
        var state = used(LimitClass.QUEUE, 40)
                .with(new FailureCount(0, 0, START.plus(MINUTE).toEpochMilli()));

        var decision = off.admit(state, LimitClass.QUEUE, START);

        assertThat(decision.admitted()).isTrue();
        assertThat(decision.limited()).isFalse();
        assertThat(off.record(state, FinishedRequest.of(400), START)).isSameAs(state);
    }

    @Test
    void takesAChangedLimitAtOnce() {
        var state = used(LimitClass.QUEUE, 3);
        var strict = new RateLimitPolicy(limits.settings().withPerMinute(LimitClass.QUEUE, 2));
        var none = new RateLimitPolicy(limits.settings().withPerMinute(LimitClass.QUEUE, 0));
        var free = new RateLimitPolicy(limits.settings().withoutLimit(LimitClass.QUEUE));

        assertThat(strict.admit(state, LimitClass.QUEUE, START).admitted()).isFalse();
        assertThat(none.admit(LimitState.EMPTY, LimitClass.QUEUE, START).admitted())
                .isFalse();
        assertThat(free.admit(state, LimitClass.QUEUE, START).admitted()).isTrue();
        assertThatThrownBy(() -> limits.settings().withPerMinute(LimitClass.QUEUE, -1))
                .hasMessage("limit of queue is 0 or more requests a minute, not -1");
    }

    @Test
    void admitsNoMoreThanTheLimitToSixtyFourThreads() throws InterruptedException {
        var cell = new AtomicReference<>(LimitState.EMPTY);
        var admitted = new AtomicInteger();
        var ready = new CountDownLatch(64);
        var pool = Executors.newFixedThreadPool(64);
        for (var thread = 0; thread < 64; thread++) {
            pool.execute(() -> {
                ready.countDown();
                for (var i = 0; i < 50; i++) {
                    admitted.addAndGet(admitOnce(cell));
                }
            });
        }
        pool.shutdown();

        assertThat(ready.await(150, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.awaitTermination(150, TimeUnit.SECONDS)).isTrue();
        assertThat(admitted).hasValue(120);
    }

    private int admitOnce(AtomicReference<LimitState> cell) {
        while (true) {
            var state = Objects.requireNonNull(cell.get());
            var decision = limits.admit(state, LimitClass.RETRIEVE, START);
            if (cell.compareAndSet(state, decision.state())) {
                return decision.admitted() ? 1 : 0;
            }
        }
    }

    @Test
    void knowsCallsByTheNameScenariosUse() {
        assertThat(LimitClass.find("top-up")).contains(LimitClass.TOP_UP);
        assertThat(LimitClass.find("TOP_UP")).isEmpty();
    }

    @Test
    void storesCallersApart() {
        assertThat(LimitSubject.apiKey("1").key())
                .isNotEqualTo(LimitSubject.wallet("1").key())
                .isNotEqualTo(LimitSubject.address("1").key());
    }
}
