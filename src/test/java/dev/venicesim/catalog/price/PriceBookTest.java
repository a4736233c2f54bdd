package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceBookTest {

    private static final Catalog AUGUST = Catalog.of(Edition.E2026_08_21);

    @ParameterizedTest
    @EnumSource(Edition.class)
    void hasARowForEveryResolutionOfEveryModel(Edition edition) {
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
    @EnumSource(Edition.class)
    void givesEveryListedModelAFamilyOfItsOwnOrAPublishedPrice(Edition edition) {
        var fallback = Usd.parse("0.10");
        var anonymous = PriceBook.of(Catalog.of(edition)).find(stranger(), "");
        assertThat(anonymous.price()).isEqualTo(new Price.PerSecond(fallback, fallback, false));
        assertThat(PriceBook.of(Catalog.of(edition)).rows())
                .filteredOn(row -> row.price().equals(anonymous.price()))
                .extracting(PriceRow::model)
                .allMatch(id -> id.matches("(gemini-omni-flash|grok-imagine-1-5|sora-2|vidu-q3|wan-2\\.5)-.*"));
    }

    @Test
    void saysOfEachRowHowItIsKnown() {
        assertThat(provenance("kling-o3-pro-reference-to-video", "")).isEqualTo("documented");
        assertThat(provenance("minimax-h3-text-to-video", "2K")).isEqualTo("observed");
        assertThat(provenance("minimax-h3-text-to-video", "768P")).isEqualTo("estimated");
    }

    @Test
    void showsTheFormulaBesideTheRows() {
        var json = PriceBook.of(AUGUST).toJson();
        assertThat(json.path("estimate").textValue()).contains("720p").contains("0.01 and 10.00");
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
        assertThat(book.find(model, "720p").price()).isEqualTo(new Price.PerClip(Usd.parse("0.3"), Usd.parse("0.2")));
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
            {'rows':[{'models':['a'],'usd':1},{'models':['a'],'usd':1,'per':'day'}]}  | /rows/1/per: expected second, clip or upscaled-second, found string
            {'rows':[{'models':['a'],'usd':1,'provenance':'guessed'}]}                | /rows/0/provenance: expected documented, observed or estimated, found string
            {'rows':[{'models':['a'],'usd':1,'date':'May'}]}                          | /rows/0/date: expected an ISO date such as 2026-08-21, found string
            {'rows':[{'models':['a'],'per':'upscaled-second','tiers':[{'maxHeight':9,'usd':1}]}]} | /rows/0/tiers/0/maxHeight: expected no bound on the last tier, found number
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
        return Catalog.fromWire(file, Edition.E2026_08_21).listed().get(0);
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
