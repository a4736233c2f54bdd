package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {

    private static final Catalog AUGUST = Catalog.of(TestEditions.AUGUST);

    @ParameterizedTest
    @EachEdition
    void hasARowForEveryResolutionOfEveryModel(ApiEdition edition) {
        var catalog = Catalog.of(edition);
        var book = PriceBook.of(catalog);
        for (var model : catalog.listed()) {
            for (var resolution : model.constraints().resolutions()) {
                assertThat(book.find(model, resolution).price()).isNotNull();
            }
            assertThat(book.rows()).anyMatch(row -> row.model().equals(model.id()));
        }
    }

    @ParameterizedTest
    @EachEdition
    void givesEveryListedModelAFamilyOfItsOwnOrAPublishedPrice(ApiEdition edition) {
        var fallback = Usd.parse("0.10");
        var anonymous = PriceBook.of(Catalog.of(edition)).find(stranger(), "");
        assertThat(anonymous.price()).isEqualTo(PerSecond.of(new SoundPrice(fallback, fallback)));
        assertThat(PriceBook.of(Catalog.of(edition)).rows())
                .filteredOn(row -> row.origin().equals(anonymous.origin()))
                .filteredOn(row -> row.price().equals(anonymous.price()))
                .extracting(PriceRow::model)
                .allMatch(id -> id.matches("sora-2-.*"));
    }

    @Test
    void saysOfEachRowHowItIsKnown() {
        assertThat(provenance("kling-o3-pro-reference-to-video", "")).isEqualTo("documented");
        assertThat(provenance("minimax-h3-text-to-video", "2K")).isEqualTo("observed");
        assertThat(provenance("minimax-h3-text-to-video", "768P")).isEqualTo("observed");
        assertThat(provenance("wan-2-7-video-to-video", "720p")).isEqualTo("estimated");
    }

    @Test
    void showsTheFormulaBesideTheRows() {
        var json = PriceBook.of(AUGUST).toJson();
        assertThat(json.path("estimate").textValue())
                .contains("720p")
                .contains("at least 0.01")
                .doesNotContain("10.00");
        assertThat(json.path("edition").textValue()).isEqualTo("2026-08-21");
        assertThat(json.path("prices")).hasSameSizeAs(PriceBook.of(AUGUST).rows());
    }

    @Test
    void putsAUsersRowsBeforeItsOwn() {
        var book = PriceBook.of(AUGUST)
                .withRows(
                        json(
                                "{'rows':[{'models':['wan-2.6-*'],'resolutions':['720p'],'per':'clip','usd':0.3,'silentUsd':0.2}]}"));
        var model = AUGUST.find("wan-2.6-text-to-video").orElseThrow();
        assertThat(book.find(model, "720p").price())
                .isEqualTo(new PerClip(new SoundPrice(Usd.parse("0.3"), Usd.parse("0.2"))));
        assertThat(book.find(model, "720p").origin().source()).isEqualTo("the price file");
        assertThat(book.find(model, "1080p")).isEqualTo(PriceBook.of(AUGUST).find(model, "1080p"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                        | /rows: expected an array of price rows, found nothing
            {'rows':[{}]}                                                             | /rows/0/models: expected at least one model id, found nothing
            {'rows':[{'models':['']}]}                                                | /rows/0/models: expected model ids of 1 to 200 characters, found array
            {'rows':[{'models':['a']}]}                                               | /rows/0/usd: expected a number, found nothing
            {'rows':[{'models':['a'],'usd':-1}]}                                      | /rows/0/usd: expected dollars from 0 to 1000 with at most six decimals, found number
            {'rows':[{'models':['a'],'usd':1e999999999}]}                             | /rows/0/usd: expected dollars from 0 to 1000 with at most six decimals, found number
            {'rows':[{'models':['a'],'usd':1},{'models':['a'],'usd':1,'per':'day'}]}  | /rows/1/per: expected second, clip, token or upscaled-second, found string
            {'rows':[{'models':['a'],'usd':1,'provenance':'guessed'}]}                | /rows/0/provenance: expected documented, observed or estimated, found string
            {'rows':[{'models':['a'],'usd':1,'date':'May'}]}                          | /rows/0/date: expected an ISO date such as 2026-08-21, found string
            {'rows':[{'models':['a'],'per':'upscaled-second','tiers':[{'maxHeight':9,'usd':1}]}]} | /rows/0/tiers/0/maxHeight: expected no bound on the last tier, found number
            {'rows':[],'row':[]}                                                      | /row: a price file has no such key; did you mean rows?
            {'rows':[7]}                                                              | /rows/0: expected a price row, an object, found number
            {'rows':[{'models':['a'],'usd':1,'silentUSD':1}]}                         | /rows/0/silentUSD: a row per second has no such key; did you mean silentUsd?
            {'rows':[{'models':['a'],'per':'clip','usd':1,'maxBilledSeconds':1}]}     | /rows/0/maxBilledSeconds: a row per clip has no such key; it may have date, markup, models, note, per, provenance, resolutions, rounding, silentUsd, source, steps, usd
            {'rows':[{'models':['a'],'usd':1,'references':'frames'}]}                 | /rows/0/references: expected tokens, found string
            {'rows':[{'models':['a'],'usd':1,'ratios':{'wide':{'usd':1}}}]}           | /rows/0/ratios/wide: expected a ratio such as 21:9 as the key, found object
            {'rows':[{'models':['a'],'usd':1,'ratios':{'1:1':{}}}]}                   | /rows/0/ratios/1:1/usd: expected a number, found nothing
            {'rows':[{'models':['a'],'usd':1,'perClipTimes':'clip'}]}                 | /rows/0/perClipUsd: expected the amount that perClipTimes multiplies, found nothing
            {'rows':[{'models':['a'],'usd':1,'maxBilledSeconds':0}]}                  | /rows/0/maxBilledSeconds: expected a number above 0, at most 86400, with at most six decimals, found number
            {'rows':[{'models':['a'],'usd':1,'markup':0}]}                            | /rows/0/markup: expected a number above 0, at most 100, with at most six decimals, found number
            {'rows':[{'models':['a'],'usd':1,'rounding':'up'}]}                       | /rows/0/rounding: expected decimal or binary, found string
            {'rows':[{'models':['a'],'per':'clip','steps':[]}]}                       | /rows/0/steps: expected an array of {seconds, usd, silentUsd}, found array
            {'rows':[{'models':['a'],'per':'clip','steps':[{'seconds':5,'usd':1},{'seconds':5,'usd':2}]}]} | /rows/0/steps/1/seconds: expected more seconds than the step before, found number
            {'rows':[{'models':['a'],'per':'clip','usd':1,'steps':[{'seconds':5,'usd':1}]}]} | /rows/0/usd: expected no amount beside steps, which have their own, found number
            {'rows':[{'models':['a'],'per':'token','usdPerMillionTokens':1,'framesPerSecond':24,'frames':{'1:1':[9]},'frameWithoutRatio':'1:1'}]} | /rows/0/frames/1:1: expected [width, height] in pixels, 1 to 16384, found array
            {'rows':[{'models':['a'],'per':'token','usdPerMillionTokens':1,'framesPerSecond':24,'frames':{'1:1':[9,9]},'frameWithoutRatio':'4:3'}]} | /rows/0/frameWithoutRatio: expected one of the ratios of frames, found string
            """)
    void saysWhereAUsersFileIsWrongAndWhatBelongsThere(String file, String message) {
        var book = PriceBook.of(AUGUST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.withRows(json(file)))
                .withMessage(message);
    }

    private static String provenance(String id, String resolution) {
        var rows = PriceBook.of(AUGUST).toJson().path("prices");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("model").textValue().equals(id))
                .filter(row -> row.path("resolution").asText().equals(resolution))
                .findFirst()
                .orElseThrow()
                .path("provenance")
                .textValue();
    }

    private static Model stranger() {
        var file = json(
                "[{'id':'nova-9','model_spec':{'constraints':{'model_type':'text-to-video','durations':['5s']}}}]");
        return Catalog.fromWire(file, TestEditions.AUGUST).listed().get(0);
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
