package dev.venicesim.kit.readme;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.Edition;
import dev.venicesim.kit.junit.Quirk;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import org.junit.jupiter.api.Test;

/** What README shows of the JUnit extension. */
class SixLinesTest {

    private record MyVeniceClient(String baseUrl, String apiKey) {

        byte[] generate(String prompt) {
            var client = new TestClient(baseUrl, apiKey);
            return client.file(client.queue(prompt));
        }
    }

    // README: six lines of JUnit
    @VeniceSimulatorTest
    static class GondolaTest {

        @Test
        void paysOnceAndGetsTheVideo(VeniceWorld world) {
            var video = new MyVeniceClient(world.baseUrl(), world.apiKey()).generate("a gondola");
            assertThat(video).isPlayableMp4().hasDuration("5s");
            assertThat(world).hasCharged("0.55").hasNoFindings();
        }
    }
    // README: end

    // README: the API as it stood on a date, and as it was seen to behave
    @VeniceSimulatorTest(balance = "5.00", failOnUnexpectedErrors = true)
    static class OnAnotherEditionTest {

        @Test
        @Edition("2026-08-21")
        @Quirk(name = "complete", value = "400")
        void survivesARefusedCleanUp(VeniceWorld world) {
            new MyVeniceClient(world.baseUrl(), world.apiKey()).generate("a gondola");
            assertThat(world).hasBalance("4.45");
        }
    }
    // README: end

    @Test
    void holdsWhatItPromises() {
        var results = org.junit.platform.testkit.engine.EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .selectors(
                        org.junit.platform.engine.discovery.DiscoverySelectors.selectClass(GondolaTest.class),
                        org.junit.platform.engine.discovery.DiscoverySelectors.selectClass(OnAnotherEditionTest.class))
                .execute();
        results.testEvents().assertStatistics(counts -> counts.started(2).succeeded(2));
    }
}
