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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
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

    /**
     * Stands for a framework that builds the application once and keeps it for every class with the same configuration.
     */
    private static final class KeptApplication {
        private static final AtomicReference<TestClient> KEPT = new AtomicReference<>();

        static TestClient get() {
            return KEPT.updateAndGet(kept -> kept != null
                    ? kept
                    : new TestClient(System.getProperty("kept.venice.url"), System.getProperty("kept.venice.key")));
        }
    }

    @VeniceSimulatorTest(
            worlds = Worlds.PER_JVM,
            baseUrlProperties = "kept.venice.url",
            apiKeyProperties = "kept.venice.key")
    abstract static class OnTheKeptApplication {
        @RepeatedTest(2)
        void seesItsOwnRequestsAlone(VeniceWorld world) {
            KeptApplication.get().queue();
            assertThat(world.account().spent().toString()).isEqualTo("0.55");
            assertThat(world.requests()).hasSize(1);
        }
    }

    static class FirstOnIt extends OnTheKeptApplication {}

    static class SecondOnIt extends OnTheKeptApplication {}

    @Test
    void keepsTheKeyFromClassToClassWhereAFrameworkKeepsTheApplication() {
        var results = Runs.of(FirstOnIt.class, SecondOnIt.class);
        assertThat(Runs.failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(4);
    }

    @VeniceSimulatorTest(worlds = Worlds.PER_JVM, apiKey = "as-in-our-configuration-file")
    static class WithAKeyOfItsOwn {
        @RepeatedTest(2)
        void hasIt(VeniceWorld world) {
            assertThat(world.apiKey()).isEqualTo("as-in-our-configuration-file");
            new TestClient(world).queue();
            assertThat(world.account().balance().toString()).isEqualTo("99.45");
        }
    }

    @Test
    void takesTheKeyOfAConfigurationFile() {
        assertThat(Runs.failures(Runs.of(WithAKeyOfItsOwn.class))).isEmpty();
    }

    @VeniceSimulatorTest(apiKey = "for-whom")
    static class KeyOfItsOwnForEachTest {
        @Test
        void runs() {}
    }

    @Test
    void refusesOneKeyForManyWorlds() {
        assertThat(Runs.onlyFailure(KeyOfItsOwnForEachTest.class))
                .contains("@VeniceSimulatorTest on KeyOfItsOwnForEachTest has an apiKey", "worlds = Worlds.PER_JVM");
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

        /** Each test counts once when it runs, or when it is refused and ends without having run. */
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @RegisterExtension
        static final AfterEachCallback END = context -> BOTH.countDown();

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
            BOTH.await();
        }
    }

    @Test
    void refusesParallelTestsInOneWorld() {
        var failures = Runs.failures(Runs.with(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "2"),
                SharedInParallel.class));
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("@VeniceSimulatorTest on SharedInParallel has worlds = Worlds.PER_CLASS")
                        .hasMessageContaining("@Execution(ExecutionMode.SAME_THREAD)"));
    }

    @VeniceSimulatorTest(worlds = Worlds.PER_JVM)
    abstract static class OneOfTwoAtOnce {
        /** Each test counts once when it runs, or when it is refused and ends without having run. */
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @RegisterExtension
        static final AfterEachCallback END = context -> BOTH.countDown();

        @Test
        void meetsTheOther(VeniceWorld world) throws InterruptedException {
            BOTH.countDown();
            BOTH.await();
        }
    }

    static class OneAtOnce extends OneOfTwoAtOnce {}

    static class OtherAtOnce extends OneOfTwoAtOnce {}

    @Test
    void refusesParallelClassesInOneWorld() {
        var failures = Runs.failures(Runs.with(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.mode.classes.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "2"),
                OneAtOnce.class,
                OtherAtOnce.class));
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("has worlds = Worlds.PER_JVM, but meetsTheOther")
                        .hasMessageContaining("@ResourceLock(\"venice\")"));
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
