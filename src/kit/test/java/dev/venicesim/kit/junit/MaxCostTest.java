package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What tests may spend. The samples are run by an engine of their own. */
class MaxCostTest {

    @VeniceSimulatorTest
    static class OneTest {
        @Test
        @MaxCost("1.00")
        void queuesTwice(VeniceWorld world) {
            var client = new TestClient(world);
            client.queue();
            client.queue();
        }

        @Test
        @MaxCost("1.10")
        void spendsJustThat(VeniceWorld world) {
            new TestClient(world).queue();
            new TestClient(world).queue();
        }

        @Test
        @MaxCost("0.00")
        void isGivenItBack(VeniceWorld world) {
            new TestClient(world).queue("a gondola [sim:refused]");
            world.finish(world.jobs().get(0).queueId());
        }
    }

    @Test
    void aTestThatSpendsMoreFailsWithWhatItBought() {
        var results = Runs.of(OneTest.class);
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(Runs.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .startsWith(
                                "@MaxCost(\"1.00\") on OneTest.queuesTwice: spent 1.10 USD, allowed are 1.00 USD:\n")
                        .containsPattern("  0.55 USD for wan-2.6-text-to-video, job [0-9a-f-]+ \\(PROCESSING\\)"));
    }

    @MaxCost("1.50")
    @VeniceSimulatorTest
    static class WholeClass {
        @Test
        void one(VeniceWorld world) {
            new TestClient(world).queue();
        }

        @Test
        void another(VeniceWorld world) {
            new TestClient(world).queue();
        }

        @Test
        void none(VeniceWorld world) {
            assertThat(world.requests()).isEmpty();
        }

        @Nested
        class Inside {
            @Test
            void third(VeniceWorld world) {
                new TestClient(world).queue();
            }
        }
    }

    @Test
    void aClassCountsItsTestsTogether() {
        var results = Runs.of(WholeClass.class);
        assertThat(results.testEvents().failed().count()).isZero();
        assertThat(Runs.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .startsWith("@MaxCost(\"1.50\") on WholeClass: spent 1.65 USD, allowed are 1.50 USD:\n")
                        .contains("  0.55 USD by WholeClass.one", "  0.55 USD by Inside.third")
                        .doesNotContain("none"));
    }

    @MaxCost("1.00")
    @VeniceSimulatorTest
    static class Around {
        @Test
        void one(VeniceWorld world) {
            new TestClient(world).queue();
        }

        @Nested
        @MaxCost("0.60")
        class Inside {
            @Test
            void another(VeniceWorld world) {
                new TestClient(world).queue();
            }
        }
    }

    @Test
    void aNestedClassWithALimitCountsInTheOneAroundIt() {
        assertThat(Runs.onlyFailure(Around.class))
                .startsWith("@MaxCost(\"1.00\") on Around: spent 1.10 USD, allowed are 1.00 USD:\n")
                .contains("  0.55 USD by Around.one", "  0.55 USD by Inside.another");
    }

    @VeniceSimulatorTest
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Suite {
        @Test
        void first(VeniceWorld world) {
            new TestClient(world).queue();
        }

        @Test
        void second(VeniceWorld world) {
            new TestClient(world).queue();
        }

        @Test
        void thirdAndFrugal(VeniceWorld world) {
            assertThat(world.requests()).isEmpty();
        }
    }

    @Test
    void aRunFailsWhereItPassesItsLimit() {
        var results = Runs.with(Map.of("venice-sim.max-cost", "0.60"), Suite.class);
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(Runs.failures(results))
                .singleElement(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("venice-sim.max-cost=0.60: spent 1.10 USD, allowed are 0.60 USD")
                .hasMessageContaining("0.55 USD by Suite.second");
    }

    @VeniceSimulatorTest
    static class Mistaken {
        @Test
        @MaxCost("two dollars")
        void any(VeniceWorld world) {
            assertThat(world.requests()).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoAmount() {
        assertThat(Runs.onlyFailure(Mistaken.class))
                .contains("@MaxCost(\"two dollars\") on Mistaken.any is no amount: give dollars such as 2.00");
    }
}
