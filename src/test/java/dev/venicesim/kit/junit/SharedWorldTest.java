package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One world for a class, configuration by system property, and simulators that run elsewhere. */
class SharedWorldTest {

    static class ConfiguredOnce {
        private static final List<String> KEYS = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final VeniceSimulatorExtension VENICE = VeniceSimulatorExtension.builder()
                .worlds(Worlds.PER_CLASS)
                .balance("5.00")
                .baseUrlProperty("sample.venice.url")
                .apiKeyProperty("sample.venice.key")
                .build();

        @BeforeAll
        static void startsTheApplication() {
            assertThat(System.getProperty("sample.venice.url")).isEqualTo(VENICE.baseUrl());
            assertThat(System.getProperty("sample.venice.key")).isEqualTo(VENICE.apiKey());
        }

        @RepeatedTest(3)
        void usesOneKeyAndAFreshWorld(VeniceWorld world) {
            KEYS.add(world.apiKey());
            new TestClient(System.getProperty("sample.venice.url"), System.getProperty("sample.venice.key")).queue();
            assertThat(world.account().balance().toString()).isEqualTo("4.45");
        }
    }

    @Test
    void makesTheSharedWorldAnewBeforeEachTest() {
        var results = Runs.of(ConfiguredOnce.class);
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(3);
        assertThat(ConfiguredOnce.KEYS).hasSize(3).containsOnly(ConfiguredOnce.KEYS.get(0));
        assertThat(System.getProperty("sample.venice.url")).isNull();
    }

    @VeniceSimulatorTest(apiKeyProperties = "sample.other.key")
    static class KeyWithoutSharing {
        @Test
        void runs() {}
    }

    @Test
    void refusesAKeyPropertyWhereEachTestHasAKey() {
        assertThat(Runs.onlyFailure(KeyWithoutSharing.class))
                .contains("@VeniceSimulatorTest on KeyWithoutSharing", "worlds = Worlds.PER_CLASS");
    }

    @VeniceSimulatorTest(worlds = Worlds.PER_CLASS)
    static class SharedInParallel {
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @Test
        void one(VeniceWorld world) throws InterruptedException {
            meet();
        }

        @Test
        void two(VeniceWorld world) throws InterruptedException {
            meet();
        }

        private static void meet() throws InterruptedException {
            BOTH.countDown();
            BOTH.await(1, TimeUnit.SECONDS);
        }
    }

    @Test
    void refusesParallelTestsInOneWorld() {
        var failures = Runs.failures(Runs.with(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent"),
                SharedInParallel.class));
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("@VeniceSimulatorTest on SharedInParallel has worlds = Worlds.PER_CLASS")
                        .hasMessageContaining("@Execution(ExecutionMode.SAME_THREAD)"));
    }

    @VeniceSimulatorTest
    static class Anywhere {
        private static final List<String> URLS = new CopyOnWriteArrayList<>();

        @Test
        void runs(VeniceWorld world) {
            URLS.add(world.baseUrl());
            var ticket = new TestClient(world).queue();
            assertThat(new TestClient(world).retrieve(ticket).text()).contains("PROCESSING");
            new TestClient(world).file(ticket);
        }
    }

    @Test
    void runsTheSameTestsAgainstASimulatorElsewhere() {
        try (var elsewhere = Simulator.start(SimulatorConfig.builder().port(0).build())) {
            var results =
                    Runs.with(Map.of(VeniceSimulatorExtension.URL_PARAMETER, elsewhere.baseUrl()), Anywhere.class);
            assertThat(Runs.failures(results)).isEmpty();
            assertThat(Anywhere.URLS).containsExactly(elsewhere.baseUrl());
            assertThat(SimulatorClient.of(elsewhere.baseUrl())
                            .health()
                            .path("status")
                            .asText())
                    .isEqualTo("UP");
        }
    }
}
