package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import dev.venicesim.kit.junit.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

// docs: Spring, by properties
@SpringBootTest
@VeniceSimulatorTest(
        worlds = Worlds.PER_JVM,
        baseUrlProperties = "venice.base-url",
        apiKeyProperties = "venice.api-key")
class FirstClassTest {

    @Test
    void ordersAClip(@Autowired ClipApplication application, VeniceWorld world) {
        application.order("a gondola");
        assertThat(world).wasAsked("/video/queue", 1).hasCharged("0.55");
    }
}
// docs: end
