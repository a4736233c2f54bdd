package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@VeniceSimulatorTest
class PollingClientTest {

    // docs: Virtual time
    @Test
    void tenMinutesOfPollingTakeNoTime(VeniceWorld world) throws Exception {
        world.scenario("jobTime: 10m");
        var pause = world.clock().sleeper();
        var api = new VideoApi(world.baseUrl(), world.apiKey());
        var client = new PollingClient(api, world.clock().asClock(), pause::sleep);
        var began = world.clock().now();
        assertThat(client.generate("a gondola")).isPlayableMp4();
        assertThat(Duration.between(began, world.clock().now())).isEqualTo(Duration.ofMinutes(10));
        assertThat(world).hasNoFindings();
    }
    // docs: end
}
