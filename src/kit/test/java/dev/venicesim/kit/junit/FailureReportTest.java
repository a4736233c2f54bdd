package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user reads when a test fails. The samples are run by an engine of their own. */
class FailureReportTest {

    private static final String BAD_DURATION =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"7s\"}";

    @VeniceSimulatorTest
    static class Failing {
        @Test
        void expectsTooMuch(VeniceWorld world) {
            var client = new TestClient(world);
            client.post("/video/queue", BAD_DURATION);
            client.queue();
            throw new AssertionError("the user's own message");
        }
    }

    @Test
    void keepsTheUsersMessageAndAddsRequestAnswerAndReason() {
        var failures = Runs.failures(Runs.of(Failing.class));
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("the user's own message");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .satisfies(report -> assertThat(report.getMessage())
                            .startsWith("what the simulator saw in this test's world:\n"
                                    + "  #1 POST /api/v1/video/queue -> 400\n     why: ")
                            .contains("duration", "\n  #2 POST /api/v1/video/queue -> 200\n"));
        });
    }

    @VeniceSimulatorTest
    static class FailingLate {
        @Test
        void expectsMore(VeniceWorld world) {
            new TestClient(world).queue();
            throw new AssertionError("more was expected");
        }
    }

    @Test
    void keepsTheRunOfAFailedTestAsAFile() throws IOException {
        var report = Runs.failures(Runs.of(FailingLate.class))
                .get(0)
                .getSuppressed()[0]
                .getMessage();
        var file = Path.of("target", "venice-sim", "FailureReportTest-FailingLate.expectsMore.json");
        assertThat(report).endsWith("\nthe run is in " + file + "; venice-sim replay plays it again");
        assertThat(RunFile.read(Files.readAllBytes(file)).requests()).hasSize(1);
    }

    @VeniceSimulatorTest
    static class Passing {
        @Test
        void goesWell(VeniceWorld world) {
            new TestClient(world).queue();
        }
    }

    @Test
    void keepsNoRunOfATestThatPasses() {
        assertThat(Runs.failures(Runs.of(Passing.class, Elsewhere.class))).hasSize(1);
        assertThat(Path.of("target", "venice-sim", "FailureReportTest-Passing.goesWell.json"))
                .doesNotExist();
        assertThat(Path.of("target", "venice-sim", "FailureReportTest-Elsewhere.callsSomethingElse.json"))
                .doesNotExist();
    }

    @VeniceSimulatorTest
    static class Elsewhere {
        @Test
        void callsSomethingElse(VeniceWorld world) {
            throw new AssertionError("no reply for " + world.apiKey().substring(0, 3));
        }
    }

    @Test
    void asksWhetherTheClientCalledTheWorldAtAll() {
        assertThat(Runs.failures(Runs.of(Elsewhere.class)).get(0).getSuppressed()[0])
                .hasMessageContaining("no request reached it; does the client use the world's baseUrl() and apiKey()?");
    }

    @VeniceSimulatorTest
    static class WithTheWrongBaseUrl {
        @Test
        void callsWithoutTheRoot(VeniceWorld world) {
            new TestClient(world.baseUrl().replace("/api/v1", ""), world.apiKey()).post("/video/queue", Requests.WAN);
            new TestClient(world.baseUrl().replace("/api/v1", ""), "somebody-else").post("/video/quote", Requests.WAN);
            throw new AssertionError("no video");
        }
    }

    @Test
    void showsTheRequestsThatMissedTheApi() {
        var report = Runs.failures(Runs.of(WithTheWrongBaseUrl.class)).get(0).getSuppressed()[0];
        assertThat(report)
                .hasMessageContaining("no request reached the API, but some came with this world's key")
                .hasMessageContaining("POST /video/queue -> 404")
                .hasMessageContaining("did you mean /api/v1/video/queue?");
        assertThat(report.getMessage()).doesNotContain("/video/quote");
    }

    @VeniceSimulatorTest
    static class FailingEarly {
        @BeforeEach
        void breaks(VeniceWorld world) {
            new TestClient(world).queue();
            throw new IllegalStateException("set-up broke");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void reportsForAFailedSetUpToo() {
        assertThat(Runs.failures(Runs.of(FailingEarly.class)).get(0).getSuppressed()[0])
                .hasMessageContaining("#1 POST /api/v1/video/queue -> 200");
    }

    @VeniceSimulatorTest
    static class Skipping {
        @Test
        void isSkipped(VeniceWorld world) {
            new TestClient(world).queue();
            Assumptions.abort("not today");
        }
    }

    @Test
    void addsNothingToASkippedTest() {
        var aborted = Runs.failures(Runs.of(Skipping.class));
        assertThat(aborted)
                .singleElement()
                .satisfies(skip -> assertThat(skip.getSuppressed()).isEmpty());
    }

    @VeniceSimulatorTest(failOnUnexpectedErrors = true)
    static class Careless {
        @Test
        void ignoresAnError(VeniceWorld world) {
            new TestClient(world).post("/video/queue", BAD_DURATION);
        }
    }

    @VeniceSimulatorTest(failOnUnexpectedErrors = true)
    static class Careful {
        @Test
        void announcesTheError(VeniceWorld world) {
            world.expectErrors(400);
            new TestClient(world).post("/video/queue", BAD_DURATION);
        }
    }

    @Test
    void failsATestThatOverlookedAnError() {
        assertThat(Runs.onlyFailure(Careless.class))
                .startsWith(
                        "failOnUnexpectedErrors: the simulator answered with errors; world.expectErrors(status) announces one:\n"
                                + "  #1 POST /api/v1/video/queue -> 400\n");
        assertThat(Runs.failures(Runs.of(Careful.class))).isEmpty();
    }

    @VeniceSimulatorTest(failOnFindings = true)
    static class Leaking {
        @Test
        void putsTheKeyIntoTheUrl(VeniceWorld world) {
            new TestClient(world).post("/video/queue?api_key=" + world.apiKey(), Requests.WAN);
        }
    }

    @Test
    void failsATestWhoseClientDidWhatBreaksInProduction() {
        var failure = Runs.failures(Runs.of(Leaking.class)).get(0);
        assertThat(failure)
                .hasMessageStartingWith("failOnFindings: the client did what costs money or breaks in production:\n"
                        + "  error key-in-url: sent a credential in the URL of queue");
        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining("\nfindings:\n  error key-in-url: ")
                .hasMessageNotContaining("VENICE_INFERENCE_KEY_");
    }
}
