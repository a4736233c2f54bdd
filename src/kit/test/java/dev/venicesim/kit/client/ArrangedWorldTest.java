package dev.venicesim.kit.client;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatIllegalArgumentException;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatThrownBy;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.junit.Scenario;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test can arrange beforehand: scenarios from anywhere, faces, media, keys, outcomes in detail. */
@VeniceSimulatorTest
class ArrangedWorldTest {

    private static final String FROM_CLASS_PATH = "our-scenarios/no-more-today.yaml";
    private static final String TEXT = "faults: [{ on: queue, respond: { status: 503 } }]";
    private static final String WAN =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
    private static final String SEEDANCE =
            "{\"model\":\"seedance-2-0-image-to-video\",\"prompt\":\"a walk\",\"duration\":\"5s\",\"resolution\":\"480p\",\"image_url\":\"https://media.example.com/still-1280x720.png\"}";

    private static int queued(VeniceWorld world) {
        return new TestClient(world).post("/video/queue", WAN).status();
    }

    @Test
    @Scenario(FROM_CLASS_PATH)
    void followsAnAnnotatedScenarioOfTheClassPath(VeniceWorld world) {
        assertThat(queued(world)).isEqualTo(503);
    }

    @Test
    @Scenario(TEXT)
    void followsAnAnnotatedText(VeniceWorld world) {
        assertThat(queued(world)).isEqualTo(503);
    }

    @Test
    void takesAScenarioByNameFromTheClassPathFromAFileAndAsText(VeniceWorld world, @TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("mine.yml"), TEXT);
        for (var scenario : new String[] {FROM_CLASS_PATH, "/" + FROM_CLASS_PATH, file.toString(), TEXT}) {
            assertThat(queued(world.scenario("happy"))).isEqualTo(200);
            assertThat(queued(world.scenario(scenario))).as(scenario).isEqualTo(503);
        }
    }

    @Test
    void saysWhereItLookedForAScenario(VeniceWorld world) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.scenario("nowhere.yaml"))
                .withMessageStartingWith(
                        "there is no scenario file \"nowhere.yaml\": neither on the test's class path, nor as "
                                + Path.of("nowhere.yaml").toAbsolutePath());
    }

    @Test
    void passesOnWhatIsWrongWithAScenario(VeniceWorld world) {
        assertThatThrownBy(() -> world.scenario("jobTim: 3s"))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("scenario:1:1")
                .hasMessageContaining("jobTime");
    }

    @Test
    void startsAnewOnReset(VeniceWorld world) {
        queued(world);
        assertThat(world.reset()).hasJobs(0).hasBalance("100.00").wasAsked("queue", 0);
    }

    @Test
    void putsFacesIntoPictures(VeniceWorld world) {
        world.faces("https://media.example.com/still-1280x720.png", "face");
        assertThat(new TestClient(world).post("/video/queue", SEEDANCE).status())
                .isEqualTo(409);
        world.faces("https://media.example.com/still-1280x720.png");
        assertThat(new TestClient(world).post("/video/queue", SEEDANCE).status())
                .isEqualTo(200);
    }

    @Test
    void measuresWhatNobodyFetches(VeniceWorld world) {
        world.media("https://media.example.com/still-1280x720.png", UnfetchedMedia.picture(10, 10));
        var refused = new TestClient(world).post("/video/queue", SEEDANCE);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    }

    @Test
    void writesMeasuresAsTheControlApiTakesThem() {
        assertThat(UnfetchedMedia.video(1920, 1080, Duration.ofMillis(5200))
                        .framesPerSecond(30)
                        .bytes(1000)
                        .toString())
                .isEqualTo("{\"width\":1920,\"height\":1080,\"seconds\":5.200,\"fps\":30.0,\"bytes\":1000}");
        assertThat(UnfetchedMedia.sound(Duration.ofSeconds(3)).toString()).isEqualTo("{\"seconds\":3.000}");
    }

    @Test
    void refusesAnOutcomeThatDoesNotExist(VeniceWorld world) {
        new TestClient(world).queue();
        var id = world.jobs().get(0).queueId();
        assertThatThrownBy(() -> world.outcome(id, "rejected", Map.of("stats", 451)))
                .hasMessageContaining("outcome rejected takes message, refunded and status, not \"stats\"");
    }

    @Test
    void hasMoreThanOneKey(VeniceWorld world) {
        world.apiKey();
        var second = new TestClient(world.baseUrl(), world.addKey());
        second.queue();
        assertThat(world).hasCharged("0.55").hasJobs(1);
        var limited = new TestClient(world.baseUrl(), world.addKey("0.10"));
        assertThat(limited.post("/video/queue", WAN).status()).isEqualTo(402);
    }

    @Test
    void decidesInDetail(VeniceWorld world) {
        var client = new TestClient(world);
        var ticket = client.queue();
        var id = world.jobs().get(0).queueId();
        world.outcome(id, "refused", Map.of("recommendedModel", "wan-2.6-text-to-video", "refunded", false));
        world.finish(id);
        assertThat(client.retrieve(ticket).text()).contains("wan-2.6-text-to-video");
        assertThat(world).hasCharged("0.55");
    }
}
