package dev.venicesim.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A world's clock, read and set through the kit. */
@VeniceSimulatorTest
class VeniceClockTest {

    private static final Instant START = Instant.parse("2030-11-23T10:00:00Z");

    private static VeniceWorld frozen(VeniceWorld injected) {
        return SimulatorClient.of(injected.baseUrl())
                .newWorld(WorldSettings.none().frozenAt(START));
    }

    @Test
    void tellsTheTimeOfItsWorld(VeniceWorld injected) {
        var clock = frozen(injected).clock();
        assertThat(clock.now()).isEqualTo(START);
        assertThat(clock.advance("40s")).isEqualTo(START.plusSeconds(40));
        assertThat(clock.now()).isEqualTo(START.plusSeconds(40));
        assertThat(clock.set(START.plusSeconds(90))).isEqualTo(clock.now());
    }

    @Test
    void runsOnFromWhereItStoodOnceUnfrozen(VeniceWorld injected) {
        var world = frozen(injected);
        assertThat(world.clock().unfreeze()).isAfterOrEqualTo(START);
        assertThat(world.read("/clock").path("frozen").asBoolean()).isFalse();
        var shown = world.clock().now();
        // hangs if the clock stands still
        while (!world.clock().now().isAfter(shown)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void runsAtAnotherPace(VeniceWorld injected) {
        var world = frozen(injected);
        assertThat(world.clock().scale(3600)).isEqualTo(START);
        assertThat(world.read("/clock").path("scale").asDouble()).isEqualTo(3600);
        assertThat(world.read("/clock").path("frozen").asBoolean()).isTrue();
    }
}
