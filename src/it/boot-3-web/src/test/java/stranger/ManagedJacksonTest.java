package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import org.junit.jupiter.api.Test;

/** The whole flow on the Jackson of Spring Boot 3.2. */
@VeniceSimulatorTest
class ManagedJacksonTest {

    @Test
    void getsAVideo(VeniceWorld world) throws Exception {
        assertTrue(GondolaClient.in(world).video().length > 100_000);
        assertEquals("0.55", world.account().spent().toString());
    }

    @Test
    void runsOnTheJacksonThatSpringManages(VeniceWorld world) throws Exception {
        assertEquals("2.15.4", PackageVersion.VERSION.toString());
        var refused = GondolaClient.in(world).queue(GondolaClient.GONDOLA.replace("5s", "7s"));
        assertEquals(400, refused.statusCode());
        assertTrue(new ObjectMapper().readTree(refused.body()).path("issues").isArray());
    }
}
