package dev.venicesim.acceptance.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import dev.venicesim.media.probe.facts.VideoCodec;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Mp4;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media that production would refuse, refused in its own words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaRefusalsTest {

    private static final String CORRUPT_IMAGE = "The image file is corrupted or unreadable";
    private static final String BAD_VIDEO =
            "Invalid video format. Supported formats include MP4, MOV, WebM, MKV, AVI, and others.";
    private static final String BAD_SOUND = "Invalid audio format. Supported formats are WAV and MP3.";
    private static final String REFERENCES = "seedance-2-0-reference-to-video-basic";

    private Sim sim;
    private Sim.World world;

    @BeforeAll
    void start() {
        sim = Sim.start(config -> config.edition("2026-08-21").limits(false));
        world = sim.frozenWorld("\"balanceUsd\":100000");
    }

    @AfterAll
    void stop() {
        sim.close();
    }

    private Http.Answer queue(String model, String field, Object value) {
        var body = Json.object().put("model", model);
        if (!model.startsWith("topaz")) {
            body.put("prompt", "a gondola").put("duration", "5s").put("resolution", "720p");
        }
        if (model.equals(REFERENCES)) {
            body.put("aspect_ratio", "16:9");
        }
        if (value instanceof List<?> list) {
            list.forEach(body.withArray("/" + field)::addPOJO);
        } else {
            body.put(field, value.toString());
        }
        return world.api().post("/video/queue", new String(Json.bytes(body), UTF_8));
    }

    private Http.Answer image(String url) {
        return queue("seedance-2-0-image-to-video-basic", "image_url", url);
    }

    private Http.Answer references(String... videos) {
        return queue(REFERENCES, "reference_video_urls", List.of(videos));
    }

    private static String png(long width, long height) {
        return Fixtures.dataUrl("image/png", Fixtures.png(width, height));
    }

    private static String mp4(double seconds) {
        return Fixtures.dataUrl("video/mp4", Fixtures.mp4(640, 480, seconds, 20, VideoCodec.H264));
    }

    @ParameterizedTest
    @CsvSource({
        "wan-2.6-image-to-video, image_url, clip.mp4, image",
        "wan-2.6-image-to-video, image_url, PICTURE.GIF, ''",
        "wan-2.6-image-to-video, image_url, picture, ''",
        "wan-2.6-image-to-video, image_url, v1.2, ''",
        "wan-2.6-image-to-video, audio_url, a.ogg, audio",
        "wan-2.6-image-to-video, audio_url, a.mp4, audio",
        "wan-2.6-image-to-video, audio_url, a.wav?x=.ogg, ''",
        "topaz-video-upscale, video_url, a.gif, video",
        "topaz-video-upscale, video_url, a.mp3, video",
        "topaz-video-upscale, video_url, a.mkv, ''",
        "topaz-video-upscale, video_url, a.php, ''",
        "seedance-2-0-reference-to-video-basic, reference_video_urls, a.gif, video",
        "seedance-2-0-reference-to-video-basic, reference_video_urls, a.mov, ''"
    })
    void takeAFileThatNobodyOpensForWhatItsNameSays(String model, String field, String file, String wrong) {
        var address = "https://cdn.example.com/" + file;
        var answer = field.equals("audio_url")
                ? world.api().post("/video/queue", """
                        {"model":"%s","prompt":"x","duration":"5s","resolution":"720p",
                         "image_url":"https://cdn.example.com/a.png","audio_url":"%s"}""".formatted(model, address))
                : queue(model, field, field.endsWith("s") ? List.of(address) : address);
        switch (wrong) {
            case "image" -> assertStandard(answer, 400, CORRUPT_IMAGE);
            case "video" -> assertStandard(answer, 400, BAD_VIDEO);
            case "audio" -> assertStandard(answer, 400, BAD_SOUND);
            default -> assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:text/plain;base64,", "data:;base64,", "data:video/mp4;base64,"})
    void takeADataUrlForAPictureOnlyIfItSaysSo(String head) {
        var picture = Base64.getEncoder().encodeToString(Fixtures.png(640, 480));
        assertThat(image(head + picture).text())
                .contains(
                        "\"image_url\":{\"_errors\":[\"Must be a URL (http/https) or a data URL (data:image/...)\"]}");
    }

    private static void assertStandard(Http.Answer answer, int status, String text) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"error\":\"" + text + "\"}");
    }

    private static void assertIssue(Http.Answer answer, String path, String message) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().path("issues").toString())
                .isEqualTo("[{\"code\":\"custom\",\"message\":\"" + message + "\",\"path\":" + path + "}]");
    }

    @Test
    void refusesABrokenImage() {
        var whole = Fixtures.png(640, 480);
        for (var url : new String[] {
            Fixtures.dataUrl("image/png", Arrays.copyOf(whole, whole.length - 20)),
            Fixtures.dataUrl("image/png", Fixtures.mp4(640, 480, 5, 20, VideoCodec.H264)),
            "data:image/png;base64,*&^%",
            "data:image/png;base64,",
            "data:image/png,hello"
        }) {
            assertStandard(image(url), 400, CORRUPT_IMAGE);
        }
        assertIssue(image("data:image/png"), "[\"image_url\"]", "Must be a URL or data URL");
    }

    @Test
    void takesAnImageByItsBytesWhateverItsLabelSays() {
        for (var bytes : List.of(
                Fixtures.png(300, 300),
                Fixtures.jpeg(300, 300),
                Fixtures.gif(300, 300),
                Fixtures.bmp(300, 300),
                Fixtures.tiff(300, 300),
                Fixtures.webp(300, 300),
                Fixtures.heic(300, 300))) {
            assertThat(image(Fixtures.dataUrl("image/x-anything", bytes)).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"300,300,200", "299,400,400", "400,299,400"})
    void wantsThreeHundredPixelsOnTheShorterSide(long width, long height, int status) {
        var answer = image(png(width, height));
        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            assertStandard(answer, 400, "Image dimensions are too small");
        }
    }

    @ParameterizedTest
    @CsvSource({"400,1000,400", "401,1000,200", "1000,400,400", "1000,401,200"})
    void wantsARatioBetweenItsBoundsAndNeverOnThem(long width, long height, int status) {
        var answer = image(png(width, height));
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        if (status != 200) {
            assertIssue(
                    answer,
                    "[\"image_url\"]",
                    "Image aspect ratio (width / height) must be between 0.4 and 2.5, both exclusive");
        }
    }

    @Test
    void refusesAnImageOfAGiantsSizeByItsHeaderAlone() {
        assertStandard(image(png(100_000, 100_000)), 422, "Image dimensions exceed the maximum allowed.");
    }

    @Test
    void judgesTheShapeOfAnImageThatItsNameDescribes() {
        assertStandard(image("https://a.example/in-200x200.png"), 400, "Image dimensions are too small");
        assertThat(image("https://a.example/in.png").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1.95,400", "2,200", "15,200", "15.05,400"})
    void wantsReferenceClipsOfTwoToFifteenSeconds(double seconds, int status) {
        var answer = references(mp4(seconds));
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        if (status != 200) {
            assertIssue(answer, "[\"reference_video_urls\",0]", "Per clip must be 2–15s");
        }
    }

    @Test
    void wantsReferenceClipsOfFifteenSecondsTogether() {
        assertThat(references(mp4(8), mp4(7)).status()).isEqualTo(200);
        assertIssue(references(mp4(8), mp4(7.05)), "[\"reference_video_urls\"]", "Total duration must be at most 15s");
    }

    @Test
    void wantsReferenceClipsOfItsFormatsAndCodecs() {
        assertIssue(
                references(Fixtures.dataUrl(
                        "video/mp4", new Mp4().codec(VideoCodec.AV1).bytes())),
                "[\"reference_video_urls\",0]",
                "Video codec must be one of H264, HEVC");
        var webm = references(Fixtures.dataUrl("video/mp4", Fixtures.webm(640, 480, 5, 20)));
        assertThat(webm.json().path("issues").path(0).path("message").asText())
                .isEqualTo("Must be one of the formats mov, mp4");
        assertStandard(references(Fixtures.dataUrl("video/mp4", Fixtures.png(9, 9))), 400, BAD_VIDEO);
        var hevc = Fixtures.dataUrl(
                "video/quicktime", new Mp4().codec(VideoCodec.H265).withSound().bytes());
        assertThat(references(hevc).status()).isEqualTo(200);
    }

    @Test
    void tellsEveryProblemAtOnceInTheOrderOfTheFields() {
        var answer = references(mp4(1), "https://a.example/in-640x480-20s.mp4");
        assertThat(answer.json().path("issues").findValuesAsText("message"))
                .containsExactly("Per clip must be 2–15s", "Per clip must be 2–15s");
        assertThat(answer.json()
                        .path("details")
                        .path("reference_video_urls")
                        .path("1")
                        .path("_errors")
                        .path(0)
                        .asText())
                .isEqualTo("Per clip must be 2–15s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/ogg", "audio/wav"})
    void refusesASoundThatIsNeitherWavNorMp3(String label) {
        var ogg = Fixtures.dataUrl(label, "OggS\0\2______________".getBytes(UTF_8));
        assertStandard(sung(ogg), 400, BAD_SOUND);
    }

    @Test
    void wantsASoundOfThirtySecondsAtMost() {
        assertThat(sound(30).status()).isEqualTo(200);
        assertIssue(sound(30.05), "[\"audio_url\"]", "Duration must be at most 30s");
    }

    private Http.Answer sound(double seconds) {
        return sung(Fixtures.dataUrl("audio/wav", Fixtures.wav(seconds)));
    }

    private Http.Answer sung(String audio) {
        var body = Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put("prompt", "a song")
                .put("duration", "5s")
                .put("aspect_ratio", "16:9")
                .put("resolution", "720p")
                .put("audio_url", audio);
        return world.api().post("/video/queue", new String(Json.bytes(body), UTF_8));
    }

    @Test
    void upscalesThreeHundredSecondsAndNoMore() {
        assertThat(queue("topaz-video-upscale", "video_url", mp4(300)).status()).isEqualTo(200);
        assertStandard(
                queue("topaz-video-upscale", "video_url", mp4(300.05)),
                422,
                "Video duration exceeds the maximum allowed.");
        var tenHours =
                Fixtures.dataUrl("video/mp4", new Mp4().seconds(36_000, 1).bytes());
        assertThat(queue("topaz-video-upscale", "video_url", tenHours).status()).isEqualTo(422);
        var webm = Fixtures.dataUrl("video/webm", Fixtures.webm(640, 480, 5, 20));
        assertThat(queue("topaz-video-upscale", "video_url", webm).status()).isEqualTo(200);
    }

    @Test
    void refusesGarbageAsLongAsTheBodyItComesIn() {
        var garbage = "data:video/mp4;base64," + Base64.getEncoder().encodeToString(new byte[3_000_000]) + "!";
        assertStandard(queue("topaz-video-upscale", "video_url", garbage), 400, BAD_VIDEO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a.png", "http://localhost:8080/a.png", "http://[::1]/a.png", "http://10.1.2.3/a.png",
                "http://169.254.169.254/latest", "http://0x7f000001/a.png", "http://2130706433/", "http://a.internal/",
                "http://%31%32%37.0.0.1/"
            })
    void neverGoesToAHostThatIsNotPublic(String url) {
        assertIssue(image(url), "[\"image_url\"]", "URL must be publicly accessible");
    }

    @Test
    void saysWhyWithRuleSourceAndDate() {
        var refused = sim.frozenWorld();
        refused.api()
                .post(
                        "/video/queue",
                        "{\"model\":\"topaz-video-upscale\",\"video_url\":\"https://a.example/in-640x480-301s.mp4\"}");
        var entry = refused.control().get("/requests/1").json();
        assertThat(entry.path("why").toString())
                .contains("refused by video-too-long (error table VIDEO_DURATION_TOO_LONG", "2026-08-21) at video_url")
                .contains("video_url is unfetched https://a.example/in-640x480-301s.mp4, 640x480, 301 s");
    }

    @Test
    void showsTheRulesAboutMediaAmongThoseOfAModel() {
        var rules = sim.control().get("/models/" + REFERENCES).json().path("rules");
        assertThat(IntStream.range(0, rules.size()).mapToObj(i -> rules.path(i).asText()))
                .anyMatch(line ->
                        line.startsWith("a reference video plays 2 to 15 s · reference-video-length (Seedance guide"))
                .noneMatch(line -> line.contains("video_url plays at most"));
    }
}
