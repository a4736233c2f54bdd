package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.drift.Drift;
import dev.venicesim.contract.drift.ModelDrift;
import dev.venicesim.contract.drift.PriceDrift;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.recording.Recording;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @Test
    void aSimulatorCarriesTheCatalogueAndPricesThatWereRecorded(@TempDir Path folder) throws InterruptedException {
        var models = folder.resolve("models.json");
        var prices = folder.resolve("prices.json");
        try (var august = Checked.as(TestEditions.AUGUST);
                var meddler = new Meddler(
                        august.baseUrl(),
                        (request, reply) ->
                                request.contains("/quote") ? reply.replacing(reply.text(), "{\"quote\":3}") : reply)) {
            var recording = new Recording(august.target(meddler.baseUrl()), line -> {});
            var list = recording.models();
            WholeFile.write(models, Recording.file(list));
            var wan = only(list, "wan-2.6-text-to-video");
            WholeFile.write(prices, Recording.file(recording.prices(wan, Optional.of(folder.resolve("state.json")))));
            var asked = meddler.seen().size();
            recording.prices(wan, Optional.of(folder.resolve("state.json")));
            assertThat(meddler.seen()).hasSize(asked);
        }
        try (var served =
                Checked.as(TestEditions.AUGUST, config -> config.models(models).prices(prices))) {
            var list =
                    served.target().ask(TargetRequest.get("/models?type=video")).json();
            assertThat(ModelDrift.of(TestEditions.AUGUST, list)).isEmpty();
            var body = Json.object()
                    .put("model", "wan-2.6-text-to-video")
                    .put("duration", "15s")
                    .put("resolution", "720p");
            assertThat(served.target()
                            .ask(TargetRequest.post("/video/quote", body))
                            .json()
                            .path("quote")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void rowsMadeOfQuotesGiveThemToTheCentAtEveryLengthSoundAndRatio() throws InterruptedException {
        try (var august = Checked.as(ApiEdition.find("2026-08-21").orElseThrow())) {
            var recording = new Recording(august.target(), line -> {});
            var some = only(
                    recording.models(),
                    "seedance-2-5-text-to-video-basic",
                    "pixverse-v5.6-text-to-video",
                    "kling-v3-pro-text-to-video",
                    "grok-imagine-1-5-image-to-video-private",
                    "veo3-full-image-to-video");
            var file = recording.prices(some, Optional.empty());
            assertThat(file.path("rows")).hasSize(12);
            assertThat(PriceDrift.of(ApiEdition.find("2026-08-21").orElseThrow(), file))
                    .isEmpty();
            assertThat(file.at("/rows").toString())
                    .contains("\"steps\":[{\"seconds\":5,", "\"usdPerMillionTokens\":14.625");
        }
    }

    @Test
    void ratiosWhosePricesMovedAreRecordedToTheCent(@TempDir Path folder) throws InterruptedException {
        var moved = folder.resolve("moved.json");
        var prices = folder.resolve("prices.json");
        WholeFile.write(moved, """
                {"rows": [{"models": ["seedance-2-5-text-to-video-basic"], "usd": 0.1773,
                           "ratios": {"16:9": {"usd": 0.13523}, "1:1": {"usd": 0.0771}}}]}""");
        var quotes = new ArrayList<ObjectNode>();
        for (var ratio : List.of("21:9", "16:9", "1:1", "9:16")) {
            for (var seconds = 4; seconds <= 29; seconds++) {
                quotes.add(quote("seedance-2-5-text-to-video-basic", "480p", seconds + "s", 0)
                        .put("aspect_ratio", ratio));
            }
        }
        var original = new ArrayList<String>();
        try (var served = Checked.as(TestEditions.AUGUST, config -> config.prices(moved))) {
            var recording = new Recording(served.target(), line -> {});
            var some = only(recording.models(), "seedance-2-5-text-to-video-basic");
            WholeFile.write(prices, Recording.file(recording.prices(some, Optional.empty())));
            for (var body : quotes) {
                original.add(text(served, body));
            }
        }
        try (var served = Checked.as(TestEditions.AUGUST, config -> config.prices(prices))) {
            for (var i = 0; i < quotes.size(); i++) {
                assertThat(text(served, quotes.get(i)))
                        .as(quotes.get(i).toString())
                        .isEqualTo(original.get(i));
            }
        }
        assertThat(original.get(0)).isEqualTo("{\"quote\":0.71}");
    }

    @Test
    void whatReferenceVideoCostsIsRecordedAndServed(@TempDir Path folder) throws InterruptedException {
        var october = ApiEdition.find("2026-10-02").orElseThrow();
        var prices = folder.resolve("prices.json");
        var asked = List.of(
                quote("wan-3-0-reference-to-video", "1080p", "10s", 8),
                quote("wan-3-0-reference-to-video", "1080p", "30s", 0),
                quote("wan-3-0-prime-reference-to-video", "480p", "15s", 15),
                quote("seedance-2-5-reference-to-video-basic", "720p", "12s", 10),
                quote("seedance-2-5-reference-to-video-basic", "720p", "12s", 0),
                quote("pixverse-c1-reference-to-video", "720p", "5s", 0));
        var original = new ArrayList<String>();
        try (var served = Checked.as(october)) {
            var recording = new Recording(served.target(), line -> {});
            var some = only(
                    recording.models(),
                    "wan-3-0-reference-to-video",
                    "wan-3-0-prime-reference-to-video",
                    "seedance-2-5-reference-to-video-basic",
                    "pixverse-c1-reference-to-video");
            WholeFile.write(prices, Recording.file(recording.prices(some, Optional.empty())));
            for (var body : asked) {
                original.add(text(served, body));
            }
        }
        try (var served = Checked.as(october, config -> config.prices(prices))) {
            for (var i = 0; i < asked.size(); i++) {
                assertThat(text(served, asked.get(i)))
                        .as(asked.get(i).toString())
                        .isEqualTo(original.get(i));
            }
        }
        assertThat(original.get(0)).isEqualTo("{\"quote\":3.74}");
    }

    @Test
    void theTopazSuiteIsServedAsItWasRecorded(@TempDir Path folder) throws InterruptedException {
        var october = ApiEdition.find("2026-10-02").orElseThrow();
        var models = folder.resolve("models.json");
        var prices = folder.resolve("prices.json");
        var asked = new ArrayList<ObjectNode>();
        for (var model : List.of("precision", "astra", "interpolate", "colorize")) {
            for (var factor : List.of(1, 4)) {
                asked.add(Json.object()
                        .put("model", "topaz-video-" + model)
                        .put("video_url", "https://a.example/in-640x360-10s-30fps.mp4")
                        .put("upscale_factor", factor)
                        .put("slowdown_factor", 2));
            }
        }
        var original = new ArrayList<String>();
        try (var served = Checked.as(october, config -> config.models(Path.of("topaz-suite")))) {
            var recording = new Recording(served.target(), line -> {});
            var list = recording.models();
            WholeFile.write(models, Recording.file(list));
            var some = only(list, "topaz-video-precision", "wan-2.6-text-to-video");
            WholeFile.write(prices, Recording.file(recording.prices(some, Optional.empty())));
            for (var body : asked) {
                original.add(text(served, body));
            }
        }
        try (var served = Checked.as(october, config -> config.models(models).prices(prices))) {
            for (var i = 0; i < asked.size(); i++) {
                assertThat(text(served, asked.get(i)))
                        .as(asked.get(i).toString())
                        .isEqualTo(original.get(i));
            }
        }
        assertThat(original).contains("{\"quote\":0.25}", "{\"quote\":12.5}");
    }

    private static ObjectNode quote(String model, String resolution, String duration, int reference) {
        return Json.object()
                .put("model", model)
                .put("resolution", resolution)
                .put("duration", duration)
                .put("aspect_ratio", "16:9")
                .put("reference_video_total_duration", reference);
    }

    private static String text(Checked served, ObjectNode body) throws InterruptedException {
        return served.target()
                .ask(TargetRequest.post("/video/quote", body).withKey())
                .text();
    }

    @Test
    void driftNamesPricesOfTheNewestEdition() throws IOException {
        var file = Json.read("""
                {"rows": [{"models": ["wan-3-0-reference-to-video"], "resolutions": ["720p"], "usd": 0.2,
                           "countsReferenceSeconds": true}]}""".getBytes(StandardCharsets.UTF_8));
        assertThat(PriceDrift.of(ApiEdition.find("2026-10-02").orElseThrow(), file))
                .extracting(Drift::toString)
                .containsExactly(
                        "NOTABLE wan-3-0-reference-to-video 720p: 30 s with sound: 3.12 became 6.00 USD; 8 other lengths moved too",
                        "NOTABLE wan-3-0-reference-to-video 720p: 30 s without sound: 3.12 became 6.00 USD;"
                                + " 8 other lengths moved too");
    }

    @Test
    void driftNamesEachPriceThatMoved() throws IOException {
        var file = Json.read("""
                {"rows": [{"models": ["kling-v3-pro-text-to-video"], "usd": 0.2, "silentUsd": 0.1232,
                           "ratios": {"1:1": {"usd": 0.3, "silentUsd": 0.1232}}}]}""".getBytes(StandardCharsets.UTF_8));
        assertThat(PriceDrift.of(ApiEdition.find("2026-08-21").orElseThrow(), file))
                .extracting(Drift::toString)
                .containsExactly(
                        "NOTABLE kling-v3-pro-text-to-video: 15 s with sound: 2.77 became 3.00 USD; 12 other lengths moved too",
                        "NOTABLE kling-v3-pro-text-to-video 1:1: 15 s with sound: 2.77 became 4.50 USD; 12 other lengths moved too");
    }

    @Test
    void driftNamesAPriceOfReferenceVideoAndOfAShorterLength() throws IOException {
        var file = Json.read("""
                {"rows": [{"models": ["wan-3-0-reference-to-video"], "resolutions": ["720p"], "usd": 0.104},
                          {"models": ["pixverse-v5.6-text-to-video"], "resolutions": ["540p"], "per": "clip",
                           "steps": [{"seconds": 5, "usd": 9}, {"seconds": 8, "usd": 2.02, "silentUsd": 0.89}]}]}""".getBytes(StandardCharsets.UTF_8));
        assertThat(PriceDrift.of(ApiEdition.find("2026-10-02").orElseThrow(), file))
                .extracting(Drift::toString)
                .containsExactly(
                        "NOTABLE pixverse-v5.6-text-to-video 540p: 5 s with sound: 1.01 became 9.00 USD",
                        "NOTABLE pixverse-v5.6-text-to-video 540p: 5 s without sound: 0.44 became 9.00 USD",
                        "NOTABLE wan-3-0-reference-to-video 720p: 15 s after 3 s of reference video with sound:"
                                + " 1.87 became 1.56 USD; one other length moved too",
                        "NOTABLE wan-3-0-reference-to-video 720p: 15 s after 3 s of reference video without sound:"
                                + " 1.87 became 1.56 USD; one other length moved too");
    }

    private static JsonNode only(JsonNode list, String... ids) {
        var some = Json.object();
        var data = some.putArray("data");
        for (var model : list.path("data")) {
            if (Set.of(ids).contains(model.path("id").asText())) {
                data.add(model);
            }
        }
        return some;
    }
}
