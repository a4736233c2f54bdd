package dev.venicesim.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.api.LimitClass;
import dev.venicesim.catalog.QuirkSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RateLimitPolicyPropertyTest {

    private static final Instant START = Instant.parse("2026-06-17T10:00:00Z");

    @Property(tries = 300)
    void neverAdmitsMoreThanTheLimitWithinAnAnnouncedWindow(
            @ForAll @IntRange(max = 6) int limit,
            @ForAll @Size(max = 120) List<@IntRange(max = 20_000) Integer> pauses) {
        var limits =
                new RateLimitPolicy(LimitSettings.of(QuirkSettings.defaults()).withPerMinute(LimitClass.QUEUE, limit));
        var state = LimitState.EMPTY;
        var now = START;
        var resets = new ArrayList<Long>();
        for (var pause : pauses) {
            now = now.plusMillis(pause);
            var decision = limits.admit(state, LimitClass.QUEUE, now);
            state = decision.state();
            assertThat(decision.resetsAtMillis()).isGreaterThan(now.toEpochMilli());
            if (decision.admitted()) {
                resets.add(decision.resetsAtMillis());
            }
        }

        for (var reset : resets) {
            assertThat(resets.stream().filter(reset::equals)).hasSizeLessThanOrEqualTo(limit);
        }
        assertThat(resets.stream().distinct().toList()).isSorted();
    }

    @Property(tries = 300)
    void alwaysAdmitsAtTheAnnouncedInstant(
            @ForAll @IntRange(min = 1, max = 6) int limit,
            @ForAll @Size(max = 60) List<@IntRange(max = 20_000) Integer> pauses) {
        var limits =
                new RateLimitPolicy(LimitSettings.of(QuirkSettings.defaults()).withPerMinute(LimitClass.QUEUE, limit));
        var state = LimitState.EMPTY;
        var now = START;
        for (var pause : pauses) {
            now = now.plusMillis(pause);
            var decision = limits.admit(state, LimitClass.QUEUE, now);
            state = decision.state();
            var reset = Instant.ofEpochMilli(decision.resetsAtMillis());
            assertThat(limits.admit(state, LimitClass.QUEUE, reset).admitted()).isTrue();
        }
    }
}
