package dev.venicesim.kit.assertj;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatIllegalArgumentException;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatThrownBy;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The assertions, and what they say when they do not hold. */
@VeniceSimulatorTest
class VeniceAssertionsTest {

    @Test
    void speakOfMoneyJobsAndRequests(VeniceWorld world) {
        new TestClient(world).queue();
        assertThat(world)
                .hasCharged("0.55")
                .hasBalance("99.45")
                .hasJobs(1)
                .wasAsked("queue", 1)
                .hasNoErrors();
        assertThat(world)
                .jobs()
                .singleElement()
                .satisfies(job -> assertThat(job).isProcessing().costs("0.55"));
        assertThat(world).ledger().hasSize(1);
        assertThat(world.account()).hasSpent("0.55").hasHeld("0");
    }

    @Test
    void showTheLedgerWhenMoneyIsNotAsExpected(VeniceWorld world) {
        new TestClient(world).queue();
        assertThatThrownBy(() -> assertThat(world).hasCharged("0.60"))
                .hasMessageContaining(
                        "Expected 0.60 USD to be charged, but it is 0.55 USD. Ledger, newest first:\n  CHARGE -0.55");
    }

    @Test
    void showTheRequestsWhenOneIsMissing(VeniceWorld world) {
        new TestClient(world).queue();
        assertThatThrownBy(() -> assertThat(world).wasAsked("retrieve", 1))
                .hasMessageContaining(
                        "Expected 1 requests to retrieve, but there were 0:\n  #1 POST /api/v1/video/queue -> 200");
        assertThatThrownBy(() -> assertThat(world.jobs().get(0)).isCompleted())
                .hasMessageContaining("Expected a job that is COMPLETED, but it is", "PROCESSING");
    }

    @Test
    void countRequestsByNameAndByPath(VeniceWorld world) {
        new TestClient(world).queue();
        assertThat(world)
                .wasAsked("queue", 1)
                .wasAsked("/video/queue", 1)
                .wasAsked("/api/v1/video/queue", 1)
                .wasAsked("/video/complete", 0);
        assertThatThrownBy(() -> assertThat(world).wasAsked("/video/queue", 0))
                .hasMessageContaining("Expected 0 requests to /video/queue, but there were 1");
    }

    @Test
    void refuseToCountWhatNobodyCanAsk(VeniceWorld world) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(world).wasAsked("compleet", 0))
                .withMessageStartingWith(
                        "no endpoint is called \"compleet\"; there are quote, queue, retrieve, complete");
        assertThatIllegalArgumentException().isThrownBy(() -> assertThat(world).wasAsked("/video/compleet", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> world.await().requests("video/queue", 1));
    }

    @Test
    void knowAPlayableVideo(VeniceWorld world) {
        var client = new TestClient(world);
        var file = client.file(client.queue());
        assertThat(file).isPlayableMp4().hasDuration("5s").hasSize(1280, 720);
        assertThatThrownBy(() -> assertThat(file).hasDuration("6s"))
                .hasMessageContaining(
                        "Expected a video of 6s, but it is " + file.length + " bytes of MP4 (READABLE), 5s");
    }

    @Test
    void knowWhatIsNoVideo() {
        assertThatThrownBy(() -> assertThat("{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8))
                        .isPlayableMp4())
                .hasMessageContaining("Expected a playable MP4, but it is 14 bytes of UNKNOWN");
    }
}
