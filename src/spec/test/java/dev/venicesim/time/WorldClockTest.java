package dev.venicesim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorldClockTest {

    private static final Instant REAL = Instant.parse("2026-11-23T10:00:00Z");
    private final WorldClock clock = WorldClock.running(REAL);

    @Test
    void runsWithRealTime() {
        assertThat(clock.at(REAL.plusSeconds(3))).isEqualTo(REAL.plusSeconds(3));
    }

    @Test
    void doesNotGoBackWhenRealTimeDoes() {
        assertThat(clock.at(REAL.minusSeconds(3))).isEqualTo(REAL);
    }

    @Test
    void standsStillWhileFrozenAndGoesOnFromThere() {
        var frozen = clock.freeze(true, REAL.plusSeconds(5));
        assertThat(frozen.at(REAL.plusSeconds(500))).isEqualTo(REAL.plusSeconds(5));
        var thawed = frozen.freeze(false, REAL.plusSeconds(500));
        assertThat(thawed.at(REAL.plusSeconds(501))).isEqualTo(REAL.plusSeconds(6));
    }

    @Test
    void runsFasterByItsScale() {
        var fast = clock.scale(60, REAL);
        assertThat(fast.at(REAL.plusSeconds(2))).isEqualTo(REAL.plusSeconds(120));
        assertThat(fast.until(REAL.plusSeconds(120), REAL)).contains(Duration.ofSeconds(2));
    }

    @Test
    void saysThatAFrozenClockNeverGetsThere() {
        assertThat(clock.freeze(true, REAL).until(REAL.plusSeconds(1), REAL)).isEmpty();
        assertThat(clock.freeze(true, REAL).until(REAL, REAL)).contains(Duration.ZERO);
    }

    @Test
    void refusesToGoBackOrToEndPastItsEnd() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1), REAL)).hasMessageContaining("forward only");
        assertThatThrownBy(() -> clock.set(REAL.minusMillis(1), REAL)).hasMessageContaining("forward only");
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(4_000_000), REAL))
                .hasMessageContaining("ends at");
        assertThatThrownBy(() -> clock.scale(0, REAL)).hasMessageContaining("scale");
        assertThatThrownBy(() -> clock.scale(Double.NaN, REAL)).hasMessageContaining("scale");
    }

    @Test
    void beginsWhereTimesOnTheWireBegin() {
        assertThatThrownBy(() -> new WorldClock(REAL, Instant.EPOCH.minusNanos(1), 1, false))
                .hasMessage("a clock begins at 1970-01-01T00:00:00Z");
        assertThat(new WorldClock(REAL, Instant.EPOCH, 1, false).at(REAL)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void tellsOfAnInstantMillenniaAheadAtAnyScale() {
        for (var scale : new double[] {1e-300, 0.5, 1, 2, WorldClock.MAX_SCALE}) {
            assertThat(clock.scale(scale, REAL).until(WorldClock.LATEST, REAL).orElseThrow())
                    .as("scale %s", scale)
                    .isGreaterThan(Duration.ofDays(29));
        }
    }
}
