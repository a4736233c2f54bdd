package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The question costs a request of the minute; whether it is a failure is a quirk. */
class ConsentLimitsTest {

    private static final Seedance FACE = Seedance.animating("https://example.com/face.png");

    private static List<Integer> asked(Sim.World world, int times) {
        return Stream.generate(() -> queue(world.api(), FACE).status())
                .limit(times)
                .toList();
    }

    @Test
    void countsAsARequestAndNotAsAFailure() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();

            assertThat(asked(world, 40)).isEqualTo(Collections.nCopies(40, 409));
            assertThat(queue(world.api(), FACE.attested()).status()).isEqualTo(429);
            world.advance("60s");
            assertThat(queue(world.api(), FACE.attested()).status()).isEqualTo(200);
        }
    }

    @Test
    void countsAsAFailureByQuirk() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"quirks\":{\"consent-counts-as-failed\":\"on\"}");

            assertThat(asked(world, 21)).isEqualTo(Collections.nCopies(21, 409));
            var blocked = queue(world.api(), FACE.attested());
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.json().path("error").asText()).startsWith("Too many failed attempts");
            world.advance("30s");
            assertThat(queue(world.api(), FACE.attested()).status()).isEqualTo(200);
        }
    }
}
