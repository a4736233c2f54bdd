package dev.venicesim.billing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {

    private static final Catalog JUNE = Catalog.of(TestEditions.JUNE);
    private static final Catalog AUGUST = Catalog.of(TestEditions.AUGUST);

    @ParameterizedTest
    @CsvSource({
        "kling-o3-pro-reference-to-video,      10s, '',    true,  1.40",
        "kling-o3-pro-reference-to-video,      10s, '',    false, 1.12",
        "kling-o3-standard-reference-to-video, 10s, '',    true,  1.40",
        "kling-o3-standard-reference-to-video, 5s,  '',    false, 0.56",
        "wan-2.6-text-to-video,                5s,  720p,  true,  0.55",
        "wan-2-7-text-to-video,                5s,  720p,  true,  0.55",
        "wan-2-7-image-to-video,               10s, 1080p, true,  1.40",
        "wan-2-7-reference-to-video,           10s, 1080p, true,  1.40",
        "minimax-h3-text-to-video,             5s,  2K,    true,  0.81",
        "minimax-h3-text-to-video,             15s, 2K,    true,  2.44",
        "seedance-2-5-text-to-video-basic,     30s, 720p,  true,  8.67",
        "seedance-2-5-text-to-video-basic,     30s, 480p,  true,  3.86"
    })
    void quotesWhatWasDocumentedOrObserved(String id, String duration, String resolution, boolean audio, String usd) {
        var inputs = PricedInputs.NONE
                .withDuration(duration)
                .withResolution(resolution)
                .withAudio(audio);
        assertThat(quote(AUGUST, id, inputs)).isEqualTo(Usd.parse(usd));
    }

    @Test
    void quotesTheGrokReferenceExampleOfTheGuide() {
        var inputs = PricedInputs.NONE.withDuration("8s").withResolution("480p");
        assertThat(quote(JUNE, "grok-imagine-reference-to-video", inputs)).isEqualTo(Usd.parse("0.50"));
        assertThat(quote(JUNE, "grok-imagine-reference-to-video", inputs.withResolution("720p")))
                .isEqualTo(Usd.parse("0.70"));
    }

    @ParameterizedTest(name = "{0}p at {1} fps, {2}x, {3} s: {4}")
    @CsvSource({
        "480, 30, 2, 10, 0.25",
        "720, 30, 2, 10, 1.00",
        "1080, 30, 2, 30, 3.00",
        "360, 24, 4, 10, 1.00",
        "480, 60, 2, 10, 0.50"
    })
    void quotesTheFiveUpscaleExamplesOfTheGuide(int height, int fps, int factor, int seconds, String usd) {
        var source = new SourceMedia(height * 16 / 9, height, BigDecimal.valueOf(fps), Duration.ofSeconds(seconds));
        var inputs = PricedInputs.NONE.withUpscaleFactor(factor).withSource(source);
        assertThat(quote(AUGUST, "topaz-video-upscale", inputs)).isEqualTo(Usd.parse(usd));
    }

    @ParameterizedTest
    @CsvSource({"360, 0.13", "361, 0.25", "540, 0.25", "541, 1.00", "0, 1.00"})
    void takesAnUpscalesTierFromInputHeightAndTheDearestWithoutOne(int inputHeight, String usd) {
        var inputs = PricedInputs.NONE.withDuration("10").withSource(SourceMedia.ofHeight(inputHeight));
        assertThat(quote(AUGUST, "topaz-video-upscale", inputs)).isEqualTo(Usd.parse(usd));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.13", "5, 0.32", "8, 0.51", "15, 0.95", "0, 0.32"})
    void takesTheSecondsOfTheSourceWhereTheModelListsDurationsToo(int source, String usd) {
        var video = new SourceMedia(854, 480, BigDecimal.valueOf(24), Duration.ofSeconds(source));
        var inputs = PricedInputs.NONE.withDuration("5s").withResolution("480p").withSource(video);
        assertThat(quote(AUGUST, "grok-imagine-video-to-video-private", inputs)).isEqualTo(Usd.parse(usd));
    }

    @Test
    void doublesAnUpscaleOnlyAboveFortyEightFrames() {
        var at48 = new SourceMedia(854, 480, BigDecimal.valueOf(48), Duration.ofSeconds(10));
        var above = new SourceMedia(854, 480, new BigDecimal("48.01"), Duration.ofSeconds(10));
        assertThat(quote(AUGUST, "topaz-video-upscale", PricedInputs.NONE.withSource(at48)))
                .isEqualTo(Usd.parse("0.25"));
        assertThat(quote(AUGUST, "topaz-video-upscale", PricedInputs.NONE.withSource(above)))
                .isEqualTo(Usd.parse("0.50"));
    }

    @ParameterizedTest
    @CsvSource({
        "veo3-full-text-to-video,   8s, 720p, 1080p",
        "veo3.1-fast-text-to-video, 8s, 720p, 1080p",
        "sora-2-pro-text-to-video,  8s, 720p, true_1080p"
    })
    void doesNotLetTheResolutionChangeThePriceOfVeoAndSora(String id, String duration, String low, String high) {
        var inputs = PricedInputs.NONE.withDuration(duration);
        assertThat(quote(AUGUST, id, inputs.withResolution(high)))
                .isEqualTo(quote(AUGUST, id, inputs.withResolution(low)))
                .isGreaterThan(Usd.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "veo3.1-fast-text-to-video,   true",
        "veo3.1-full-text-to-video,   true",
        "kling-2.6-pro-text-to-video, true",
        "kling-2.6-pro-image-to-video, true",
        "wan-2.6-text-to-video,       false"
    })
    void chargesForSoundWhereItHasAPrice(String id, boolean soundHasAPrice) {
        var model = model(AUGUST, id);
        var inputs =
                PricedInputs.NONE.withDuration(model.constraints().durations().get(0));
        var silent = quote(AUGUST, id, inputs.withAudio(false));
        assertThat(silent.isLessThan(quote(AUGUST, id, inputs))).isEqualTo(soundHasAPrice);
    }

    @Test
    void ignoresTheAudioOfAModelThatCannotConfigureIt() {
        var inputs = PricedInputs.NONE.withDuration("8s");
        assertThat(quote(AUGUST, "sora-2-text-to-video", inputs.withAudio(false)))
                .isEqualTo(quote(AUGUST, "sora-2-text-to-video", inputs));
    }

    @Test
    void countsSecondsOfReferenceVideoBesideThoseOfTheClip() {
        var inputs = PricedInputs.NONE.withDuration("10s").withResolution("720p");
        var id = "seedance-2-5-reference-to-video-basic";
        assertThat(quote(AUGUST, id, inputs)).isEqualTo(Usd.parse("2.89"));
        // 20 s at the lower rate of clips with reference video
        assertThat(quote(AUGUST, id, inputs.withReferenceVideos(Duration.ofSeconds(10))))
                .isEqualTo(Usd.parse("3.51"));
    }

    @ParameterizedTest
    @CsvSource({"auto, 5200, 1.97", "-1, 5200, 1.97", "auto, 6000, 2.11"})
    void billsWholeSecondsOfASourceMatchedClip(String duration, long millis, String usd) {
        var inputs = PricedInputs.NONE.withDuration(duration).withReferenceVideos(Duration.ofMillis(millis));
        // 720p at 0.1755 a second with reference video: whole seconds of clip and the reference's own seconds
        assertThat(quote(AUGUST, "seedance-2-5-reference-to-video-basic", inputs))
                .isEqualTo(Usd.parse(usd));
    }

    @Test
    void ignoresReferenceSecondsWhereTheyHaveNoPrice() {
        var inputs = PricedInputs.NONE.withDuration("5s").withResolution("720p");
        assertThat(quote(AUGUST, "wan-2.6-text-to-video", inputs.withReferenceVideos(Duration.ofSeconds(9))))
                .isEqualTo(Usd.parse("0.55"));
    }

    @Test
    void fillsInTheModelsOwnResolution() {
        var inputs = PricedInputs.NONE.withDuration("8s");
        assertThat(quote(JUNE, "grok-imagine-reference-to-video", inputs)).isEqualTo(Usd.parse("0.50"));
        assertThat(quote(AUGUST, "wan-2.6-text-to-video", inputs.withDuration("5s")))
                .isEqualTo(Usd.parse("0.55"));
    }

    @ParameterizedTest
    @CsvSource({"16:9, 21.32", "21:9, 21.46", "9:16, 21.32", "4:3, 21.35", "'', 21.32", "7:3, 21.32"})
    void pricesSeedanceByTheFrameOfTheRatioAndDoesNotStopAtTen(String ratio, String usd) {
        var inputs =
                PricedInputs.NONE.withDuration("30s").withResolution("1080p").withAspectRatio(ratio);
        assertThat(quote(AUGUST, "seedance-2-5-text-to-video-basic", inputs)).isEqualTo(Usd.parse(usd));
    }

    @Test
    void letsAnEstimatePassTenDollarsButNotFallBelowACent() {
        var file = json("""
                {"rows":[{"models":["*text-to-video"],"usd":0.0001,"provenance":"estimated"},
                         {"models":["*"],"usd":7,"provenance":"estimated"}]}""");
        var quotes = new Quotes(PriceBook.of(AUGUST).withRows(file));
        var inputs = PricedInputs.NONE.withDuration("5s");
        assertThat(quotes.quote(model(AUGUST, "wan-2.6-image-to-video"), inputs))
                .isEqualTo(Usd.parse("35"));
        assertThat(quotes.quote(model(AUGUST, "wan-2.6-text-to-video"), inputs)).isEqualTo(Usd.parse("0.01"));
    }

    @Test
    void takesTheRatioAskedForAndNoOther() {
        var file = json("""
                {"rows":[{"models":["*"],"usd":1,"ratios":{"1:1":{"usd":2,"silentUsd":1.5},"16:9":{"usd":3}}}]}""");
        var quotes = new Quotes(PriceBook.of(AUGUST).withRows(file));
        var inputs = PricedInputs.NONE.withDuration("5s");
        var takesRatios = model(AUGUST, "kling-v3-pro-text-to-video");
        assertThat(quotes.quote(takesRatios, inputs.withAspectRatio("1:1"))).isEqualTo(Usd.parse("10"));
        assertThat(quotes.quote(takesRatios, inputs.withAspectRatio("1:1").withAudio(false)))
                .isEqualTo(Usd.parse("7.5"));
        assertThat(quotes.quote(takesRatios, inputs.withAspectRatio("9:16"))).isEqualTo(Usd.parse("5"));
        assertThat(quotes.quote(takesRatios, inputs)).isEqualTo(Usd.parse("5"));
        var takesNone = model(AUGUST, "kling-v3-pro-image-to-video");
        assertThat(quotes.quote(takesNone, inputs.withAspectRatio("1:1"))).isEqualTo(Usd.parse("5"));
    }

    @Test
    void putsAUsersRowBeforeItsOwn() {
        var file = json("{\"rows\":[{\"models\":[\"seedance-2-5-*\"],\"usd\":0.5}]}");
        var quotes = new Quotes(PriceBook.of(AUGUST).withRows(file));
        var inputs = PricedInputs.NONE.withDuration("30s").withResolution("1080p");
        assertThat(quotes.quote(model(AUGUST, "seedance-2-5-text-to-video-basic"), inputs))
                .isEqualTo(Usd.parse("15"));
    }

    @Test
    void pricesAClipWithoutRegardToItsLengthWhereThePriceIsFixed() {
        assertThat(quote(AUGUST, "ovi-image-to-video", PricedInputs.NONE.withDuration("5s")))
                .isEqualTo(quote(AUGUST, "ovi-image-to-video", PricedInputs.NONE.withDuration("9s")));
    }

    private static Usd quote(Catalog catalog, String id, PricedInputs inputs) {
        return new Quotes(PriceBook.of(catalog)).quote(model(catalog, id), inputs);
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Model model(Catalog catalog, String id) {
        return catalog.find(id).orElseThrow();
    }
}
