package dev.venicesim.acceptance.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;
import dev.venicesim.media.probe.fixtures.Fixtures;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is measured of a request's media decides price, shape and length of its job. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaOfARequestTest {

    @AutoClose
    private final Sim sim = Sim.start(config -> config.jobTime("1s"));

    private static String upscale(String video) {
        return "{\"model\":\"topaz-video-upscale\",\"upscale_factor\":2,\"video_url\":\"" + video + "\"}";
    }

    private static String price(Http api, String quote) {
        var quoted = api.post("/video/quote", quote);
        assertThat(quoted.status()).as("%s", quoted).isEqualTo(200);
        return quoted.json().path("quote").asText();
    }

    private Duration lengthOf(Sim.World world, String body, Size size, int fps) {
        var queued = world.api().post("/video/queue", body);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        world.advance("1s");
        var file = world.api().post("/video/retrieve", Requests.ticket(queued));
        assertThat(file.header("Content-Type")).as("%s", file).isEqualTo("video/mp4");
        var measures = MediaProbe.measure(file.bytes()).measures();
        assertThat(measures.size()).contains(size);
        assertThat(measures.frameRate()).contains(FrameRate.of(BigDecimal.valueOf(fps)));
        return measures.duration().orElseThrow();
    }

    @Test
    void upscalesAVideoThatItsNameDescribes() {
        var world = sim.frozenWorld();
        var body = upscale("https://media.example.com/in-1280x720-10s-30fps.mp4");

        assertThat(lengthOf(world, body, new Size(2560, 1440), 30)).isEqualTo(Duration.ofSeconds(10));

        assertThat(price(world.api(), body)).isEqualTo("1");
        assertThat(world.balanceUsd()).isEqualTo("99");
    }

    @Test
    void upscalesAVideoThatIsInTheRequest() {
        var world = sim.frozenWorld();
        var body = upscale(Fixtures.dataUrl("video/mp4", Fixtures.mp4(640, 480, 4, 60, VideoCodec.H264)));

        assertThat(lengthOf(world, body, new Size(1280, 960), 60)).isEqualTo(Duration.ofSeconds(4));

        // 4 s at 0.025, twice for more than 48 frames a second
        assertThat(price(world.api(), body)).isEqualTo("0.2");
        assertThat(world.balanceUsd()).isEqualTo("99.8");
    }

    @Test
    void believesWhatWasRegisteredBeforeWhatAUrlIsCalled() {
        var world = sim.frozenWorld();
        var url = "https://media.example.com/in-1280x720-10s-30fps.mp4?v=2";
        var registered = world.control()
                .put("/media", "{\"" + url + "\":{\"width\":320,\"height\":240,\"seconds\":2.5,\"bytes\":1000}}");
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.text())
                .isEqualTo("{\"" + url + "\":{\"width\":320,\"height\":240,\"seconds\":2.5,\"bytes\":1000}}");

        assertThat(lengthOf(world, upscale(url), new Size(640, 480), 30)).isEqualTo(Duration.ofMillis(2500));

        assertThat(world.control().put("/media", "{\"" + url + "\":null}").status())
                .isEqualTo(200);
        assertThat(price(world.api(), upscale(url))).isEqualTo("1");
    }

    @Test
    void refusesToRegisterWhatNobodyCouldMeasure() {
        var world = sim.frozenWorld();
        for (var wrong : new String[] {
            "{\"data:image/png;base64,AA==\":{\"width\":1,\"height\":1}}",
            "{\"https://a.example/x\":{\"width\":1}}",
            "{\"https://a.example/x\":{\"width\":0,\"height\":1}}",
            "{\"https://a.example/x\":{\"seconds\":\"5\"}}",
            "{\"https://a.example/x\":{\"length\":5}}",
            "{\"https://a.example/x\":[]}"
        }) {
            assertThat(world.control().put("/media", wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void makesAnEditAsLongAndAsWideAsItsSource() {
        var world = sim.frozenWorld();
        var body = """
                {"model":"wan-2-7-video-to-video","prompt":"at night","resolution":"720p",
                 "video_url":"https://media.example.com/in-1000x500-7s-25fps.mp4"}""";

        assertThat(lengthOf(world, body, new Size(1440, 720), 24)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void takesAPictureFromALongDataUrlWithoutCopyingIt() {
        var world = sim.frozenWorld();
        var picture = Fixtures.dataUrl("image/bmp", Fixtures.bmp(333, 217));
        assertThat(picture.length()).isGreaterThan(200_000);
        var queued = world.api()
                .post(
                        "/video/queue",
                        "{\"model\":\"wan-2.6-image-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"resolution\":\"720p\",\"image_url\":\""
                                + picture + "\"}");
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        var why = world.control().get("/requests/1").json().path("why").toString();
        assertThat(why).contains("image_url is readable bmp sha256:", "333x217");
    }
}
