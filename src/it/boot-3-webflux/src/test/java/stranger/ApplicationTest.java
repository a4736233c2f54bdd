package stranger;

import dev.venicesim.kit.junit.VeniceSimulatorExtension;
import dev.venicesim.kit.junit.Worlds;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.autoconfigure.web.reactive.AutoConfigureWebTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

// docs: Spring, by a base class
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S")
abstract class ApplicationTest {

    @RegisterExtension
    static final VeniceSimulatorExtension VENICE =
            VeniceSimulatorExtension.builder().worlds(Worlds.PER_JVM).build();

    @DynamicPropertySource
    static void venice(DynamicPropertyRegistry registry) {
        registry.add("venice.base-url", VENICE::baseUrl);
        registry.add("venice.api-key", VENICE::apiKey);
    }
}
// docs: end
