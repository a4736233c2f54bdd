package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import dev.venicesim.kit.junit.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

// docs: Quarkus
@VeniceSimulatorTest(
        worlds = Worlds.PER_JVM,
        baseUrlProperties = "venice.base-url",
        apiKeyProperties = "venice.api-key")
@QuarkusTest
class FirstClassTest {

    @Inject
    Clips clips;

    @Test
    void ordersAClip(VeniceWorld world) {
        clips.order("a gondola");
        assertThat(world).wasAsked("/video/queue", 1).hasCharged("0.55");
    }
}
// docs: end
