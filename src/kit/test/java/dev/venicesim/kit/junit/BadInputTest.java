package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.client.VeniceWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user reads who asks for something that cannot be: the annotation, the value, the fix. */
class BadInputTest {

    @VeniceSimulatorTest
    static class WrongEdition {
        @Test
        @Edition("2025-01-01")
        void runs(VeniceWorld world) {}
    }

    @Test
    void namesTheEditionsThereAre() {
        assertThat(Runs.onlyFailure(WrongEdition.class))
                .isEqualTo("@Edition(\"2025-01-01\") on WrongEdition.runs (with @VeniceSimulatorTest on WrongEdition):"
                        + " edition is 2026-06-17, 2026-08-21, 2026-10-02 or latest, not \"2025-01-01\"");
    }

    @VeniceSimulatorTest
    static class UnknownScenario {
        @Test
        @Scenario("provider-refusess")
        void runs(VeniceWorld world) {}
    }

    @Test
    void namesTheScenarioNobodyKnows() {
        assertThat(Runs.onlyFailure(UnknownScenario.class))
                .startsWith(
                        "@Scenario(\"provider-refusess\") on UnknownScenario.runs (with @VeniceSimulatorTest on UnknownScenario): "
                                + "no scenario is called \"provider-refusess\"")
                .contains("provider-refuses");
    }

    @VeniceSimulatorTest
    static class MissingFile {
        @Test
        @Scenario("our-scenarios/nowhere.yaml")
        void runs(VeniceWorld world) {}
    }

    @Test
    void namesTheScenarioFileThatIsNotThere() {
        assertThat(Runs.onlyFailure(MissingFile.class))
                .startsWith("@Scenario(\"our-scenarios/nowhere.yaml\") on MissingFile.runs: "
                        + "there is no scenario file \"our-scenarios/nowhere.yaml\": neither on the test's class path");
    }

    @VeniceSimulatorTest(scenario = "our-scenarios/nowhere.yaml")
    static class MissingFileOfAClass {
        @Test
        void runs(VeniceWorld world) {}
    }

    @Test
    void namesTheClassWhoseScenarioFileIsNotThere() {
        assertThat(Runs.onlyFailure(MissingFileOfAClass.class))
                .startsWith("@VeniceSimulatorTest on MissingFileOfAClass: there is no scenario file");
    }

    @VeniceSimulatorTest
    static class UnknownQuirk {
        @Test
        @Quirk(name = "complete", value = "418")
        void runs(VeniceWorld world) {}
    }

    @Test
    void namesTheValuesAQuirkTakes() {
        assertThat(Runs.onlyFailure(UnknownQuirk.class))
                .startsWith("@Quirk(name = \"complete\", value = \"418\") on UnknownQuirk.runs")
                .endsWith("quirk complete takes 200 or 400, not \"418\"");
    }

    @VeniceSimulatorTest(jobTime = "soon")
    static class WrongJobTime {
        @Test
        void runs(VeniceWorld world) {}
    }

    @Test
    void namesTheOptionsOfTheAnnotation() {
        assertThat(Runs.onlyFailure(WrongJobTime.class))
                .startsWith("@VeniceSimulatorTest on WrongJobTime {\"jobTime\":\"soon\"}")
                .contains("polls:N");
    }

    @VeniceSimulatorTest(quirks = "complete")
    static class HalfAQuirk {
        @Test
        void runs(VeniceWorld world) {}
    }

    @Test
    void saysHowQuirksAreWritten() {
        assertThat(Runs.onlyFailure(HalfAQuirk.class))
                .isEqualTo(
                        "@VeniceSimulatorTest on HalfAQuirk has quirks \"complete\": write name=value, such as complete=400");
    }

    @VeniceSimulatorTest
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class KeepsAWorld {
        private static final List<VeniceWorld> KEPT = new ArrayList<>();

        @Test
        @Order(1)
        void keeps(VeniceWorld world) {
            KEPT.add(world);
        }

        @Test
        @Order(2)
        void uses() {
            KEPT.get(0).apiKey();
        }
    }

    @Test
    void saysWhoseWorldItWas() {
        assertThat(Runs.onlyFailure(KeepsAWorld.class))
                .isEqualTo(
                        "this VeniceWorld belonged to KeepsAWorld.keeps (keeps(VeniceWorld)), which has ended; take a VeniceWorld"
                                + " parameter in each test instead of keeping one, or set worlds = Worlds.PER_CLASS");
    }

    @VeniceSimulatorTest
    static class TwoExtensions {
        @RegisterExtension
        static final VeniceSimulatorExtension OTHER =
                VeniceSimulatorExtension.builder().build();

        @Test
        void runs(VeniceWorld world) {}
    }

    @Test
    void refusesTwoExtensionsOnOneClass() {
        assertThat(Runs.onlyFailure(TwoExtensions.class))
                .isEqualTo("TwoExtensions has two Venice simulator extensions; keep one of @VeniceSimulatorTest and the"
                        + " @RegisterExtension fields");
    }

    @VeniceSimulatorTest
    static class BackInTime {
        @Test
        void goesBack(VeniceWorld world) {
            world.clock().advance(Duration.ofSeconds(-40));
        }
    }

    @VeniceSimulatorTest
    static class BackToAnInstant {
        @Test
        void goesBack(VeniceWorld world) {
            world.clock().set(world.clock().freeze().minusSeconds(1));
        }
    }

    @Test
    void refusesToSetAClockBack() {
        assertThat(Runs.onlyFailure(BackInTime.class))
                .isEqualTo(
                        "clock().advance(PT-40S) would set the clock back; a world's clock goes forward only, so give a"
                                + " positive step or use another world");
        assertThat(Runs.onlyFailure(BackToAnInstant.class)).contains("a world's clock goes forward only: it shows ");
    }

    @VeniceSimulatorTest
    static class WantsOneEarly {
        @BeforeAll
        static void wantsAWorld(VeniceWorld world) {}

        @Test
        void runs() {}
    }

    @Test
    void saysWhereAWorldCanBeHad() {
        assertThat(Runs.onlyFailure(WantsOneEarly.class))
                .contains("outside of a test, where @VeniceSimulatorTest on WantsOneEarly has no world")
                .contains("or set worlds = Worlds.PER_CLASS");
    }

    @VeniceSimulatorTest(baseUrl = "localhost:8080")
    static class WrongUrl {
        @Test
        void runs(VeniceWorld world) {}
    }

    @VeniceSimulatorTest(baseUrl = "http://127.0.0.1:1/api/v1")
    static class NobodyThere {
        @Test
        void runs(VeniceWorld world) {}
    }

    @Test
    void saysWhichAddressIsNoSimulators() {
        assertThat(Runs.onlyFailure(WrongUrl.class))
                .isEqualTo(
                        "@VeniceSimulatorTest on WrongUrl: base URL \"localhost:8080\" is not that of a simulator; give one such as"
                                + " http://127.0.0.1:8080/api/v1");
        assertThat(Runs.onlyFailure(NobodyThere.class))
                .contains(
                        "@VeniceSimulatorTest on NobodyThere",
                        "no simulator answers at http://127.0.0.1:1/__sim",
                        "start one there");
    }

    @Test
    void namesAPortThatIsTaken() {
        try (var first = Simulator.start(SimulatorConfig.builder().port(0).build())) {
            var second = SimulatorConfig.builder().port(first.port()).build();
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Simulator.start(second).close())
                    .hasMessageContaining("port " + first.port() + " on 127.0.0.1 cannot be had")
                    .hasMessageContaining("0 picks a free one");
        }
    }
}
