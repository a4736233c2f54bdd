package dev.venicesim.kit.readme;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorExtension;
import dev.venicesim.kit.junit.Worlds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What README shows for an application that is configured once, as Spring's context is. */
@Execution(ExecutionMode.SAME_THREAD)
class ConfiguredOnceTest {

    /** Stands for Spring's own, which takes names and suppliers as well. */
    private record DynamicPropertyRegistry(Map<String, Supplier<Object>> properties) {
        void add(String name, Supplier<Object> value) {
            properties.put(name, value);
        }

        String get(String name) {
            return String.valueOf(properties.get(name).get());
        }
    }

    private static final DynamicPropertyRegistry SPRING = new DynamicPropertyRegistry(new LinkedHashMap<>());

    // README: an application that is configured once
    @RegisterExtension
    static final VeniceSimulatorExtension VENICE =
            VeniceSimulatorExtension.builder().worlds(Worlds.PER_CLASS).build();

    // @DynamicPropertySource
    static void venice(DynamicPropertyRegistry registry) {
        registry.add("venice.base-url", VENICE::baseUrl);
        registry.add("venice.api-key", VENICE::apiKey);
    }
    // README: end

    @BeforeAll
    static void springReadsItsProperties() {
        venice(SPRING);
    }

    @RepeatedTest(2)
    void seesAFreshWorldUnderTheSameKey(VeniceWorld world) {
        new TestClient(SPRING.get("venice.base-url"), SPRING.get("venice.api-key")).queue();
        assertThat(world).hasCharged("0.55");
    }
}
