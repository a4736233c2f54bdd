package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An edition of the past keeps what was known of it, and takes later quotes only where nothing was. */
class OlderEditionsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-17, grok-imagine-reference-to-video,      480p,  0.63, 0.63, documented, 2026-03-26",
        "2026-06-17, grok-imagine-reference-to-video,      720p,  0.88, 0.88, documented, 2026-03-26",
        "2026-06-17, kling-o3-pro-reference-to-video,      '',    1.40, 1.12, documented, 2026-03-18",
        "2026-06-17, kling-o3-standard-reference-to-video, '',    1.40, 1.12, documented, 2026-03-18",
        "2026-06-17, wan-2-7-text-to-video,                720p,  1.10, 1.10, observed,   2026-05-01",
        "2026-06-17, wan-2-7-image-to-video,               1080p, 1.40, 1.40, observed,   2026-05-01",
        "2026-06-17, wan-2-7-reference-to-video,           1080p, 1.40, 1.40, observed,   2026-05-01",
        "2026-06-17, wan-2.6-text-to-video,                720p,  1.10, 1.10, observed,   2026-09-28",
        "2026-06-17, topaz-video-upscale,                  2x,    1.00, 1.00, documented, 2026-04-06",
        "2026-08-21, kling-o3-pro-reference-to-video,      '',    1.40, 1.12, documented, 2026-03-18",
        "2026-08-21, kling-o3-standard-reference-to-video, '',    1.40, 1.12, documented, 2026-03-18",
        "2026-08-21, minimax-h3-text-to-video,             2K,    1.63, 1.63, observed,   2026-07-31",
        "2026-08-21, minimax-h3-image-to-video,            2K,    1.63, 1.63, observed,   2026-07-31",
        "2026-08-21, minimax-h3-reference-to-video,        2K,    1.63, 1.63, observed,   2026-07-31",
        "2026-08-21, seedance-2-5-text-to-video-basic,     720p,  2.89, 2.89, observed,   2026-08-07",
        "2026-08-21, seedance-2-5-image-to-video-basic,    480p,  1.29, 1.29, observed,   2026-08-07",
        "2026-08-21, wan-2-7-text-to-video,                720p,  1.10, 1.10, observed,   2026-05-01",
        "2026-08-21, wan-2-7-image-to-video,               1080p, 1.40, 1.40, observed,   2026-05-01",
        "2026-08-21, topaz-video-upscale,                  4x,    1.00, 1.00, documented, 2026-04-06"
    })
    void keepThePricesOfTheirOwnTime(
            String edition, String model, String resolution, String loud, String silent, String evidence, String date) {
        var row = book(edition).find(model, resolution);
        assertThat(row.cents(tenSeconds(true))).isEqualTo(Usd.parse(loud));
        assertThat(row.cents(tenSeconds(false))).isEqualTo(Usd.parse(silent));
        assertThat(row.origin().evidence().label()).isEqualTo(evidence);
        assertThat(row.origin().date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-17, grok-imagine-text-to-video,                  480p,  0.63",
        "2026-06-17, seedance-2-0-text-to-video,                  720p,  1.89",
        "2026-06-17, veo3-full-image-to-video,                    '',    1.76",
        "2026-08-21, seedance-2-5-text-to-video-basic,            1080p, 7.11",
        "2026-08-21, grok-imagine-reference-to-video-private,     480p,  0.63",
        "2026-08-21, grok-imagine-1-5-image-to-video-private,     720p,  1.62",
        "2026-08-21, kling-v3-standard-text-to-video,             '',    1.39"
    })
    void takeTheQuotesOf28SeptemberWhereTheyKnewNothing(String edition, String model, String resolution, String usd) {
        var row = book(edition).find(model, resolution);
        assertThat(row.cents(tenSeconds(true))).isEqualTo(Usd.parse(usd));
        assertThat(row.origin().evidence()).isEqualTo(PriceEvidence.OBSERVED);
        assertThat(row.origin().date()).isEqualTo("2026-09-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-17, kling-o3-pro-reference-to-video, '',    1.40",
        "2026-10-02, kling-o3-pro-reference-to-video, '',    1.54",
        "2026-08-21, wan-2-7-video-to-video,          1080p, 1.40",
        "2026-10-02, wan-2-7-video-to-video,          1080p, 1.40",
        "2026-08-21, wan-3-0-text-to-video,           720p,  1.10",
        "2026-10-02, wan-3-0-text-to-video,           720p,  1.04"
    })
    void takeTheLatestRowTheyHaveSeen(String date, String model, String resolution, String usd) {
        var row = PriceBook.asOf(date, catalog("2026-08-21")).find(model, resolution);
        assertThat(row.cents(tenSeconds(true))).isEqualTo(Usd.parse(usd));
    }

    @ParameterizedTest
    @CsvSource({"text, 480p", "text, 720p", "text, 1080p", "reference, 480p", "reference, 720p", "reference, 1080p"})
    void estimateSeedanceEnhancedAtOneAndAHalfTimesTheStandardOne(String kind, String resolution) {
        var enhanced = book("2026-06-17").find("seedance-2-0-enhanced-" + kind + "-to-video", resolution);
        var standard = book("2026-06-17").find("seedance-2-0-" + kind + "-to-video", resolution);
        assertThat(enhanced.origin().evidence()).isEqualTo(PriceEvidence.ESTIMATED);
        var half = standard.cents(seconds(5));
        assertThat(enhanced.cents(seconds(10)))
                .isBetween(half.times(new BigDecimal("2.97")), half.times(new BigDecimal("3.03")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-17", "2026-08-21"})
    void estimateLittle(String edition) {
        var rows = book(edition).rows();
        var estimated = rows.stream()
                .filter(row -> row.origin().evidence() == PriceEvidence.ESTIMATED)
                .count();
        assertThat(estimated).isPositive().isLessThan(rows.size() / 4);
    }

    private static PriceBook book(String edition) {
        return PriceBook.of(catalog(edition));
    }

    private static Catalog catalog(String edition) {
        return Catalog.of(ApiEdition.find(edition).orElseThrow());
    }

    private static ClipUsage seconds(int length) {
        return new ClipUsage(
                BigDecimal.valueOf(length), BigDecimal.ZERO, 1, true, "16:9", Integer.MAX_VALUE, BigDecimal.ZERO);
    }

    private static ClipUsage tenSeconds(boolean sound) {
        return new ClipUsage(BigDecimal.TEN, BigDecimal.ZERO, 1, sound, "", Integer.MAX_VALUE, BigDecimal.ZERO);
    }
}
