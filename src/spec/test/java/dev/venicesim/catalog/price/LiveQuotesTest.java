package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.price.LiveQuotes.LiveQuote;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveQuotesTest {

    private static final Catalog NEWEST =
            Catalog.of(ApiEdition.find("2026-08-21").orElseThrow());
    private static final PriceBook OCTOBER = PriceBook.asOf("2026-10-02", NEWEST);

    @Test
    void everyQuoteIsGivenToTheCent() {
        var quotes = LiveQuotes.all();
        assertThat(quotes).hasSize(3_289);
        assertThat(quotes.stream().filter(quote -> !cents(quote).equals(quote.usd())))
                .isEmpty();
    }

    @Test
    void noneOfThemIsGivenByTheFormula() {
        assertThat(LiveQuotes.all())
                .extracting(quote ->
                        OCTOBER.find(quote.model(), quote.resolution()).origin().evidence())
                .doesNotContain(PriceEvidence.ESTIMATED);
    }

    @ParameterizedTest
    @CsvSource({
        "flux-3-text-to-video,                   720p,  true,  '',    5,  0.94",
        "flux-3-text-to-video,                   1080p, true,  '',    15, 4.79",
        "gemini-omni-flash-text-to-video,        '',    true,  '',    6,  0.83",
        "grok-imagine-1-5-text-to-video-private, 720p,  true,  '',    15, 2.42",
        "grok-imagine-1-5-text-to-video-private, 1080p, true,  '',    2,  0.57",
        "grok-imagine-1-5-text-to-video-private, 1080p, true,  '',    6,  1.73",
        "grok-imagine-1-5-text-to-video-private, 1080p, true,  '',    14, 4.02",
        "kling-2.5-turbo-pro-text-to-video,      '',    false, '',    5,  0.39",
        "minimax-h3-text-to-video,               2K,    true,  '',    10, 1.63",
        "minimax-h3-max-turbo-text-to-video,     480P,  true,  '',    11, 0.17",
        "minimax-h3-max-turbo-text-to-video,     480P,  true,  '',    13, 0.20",
        "minimax-h3-max-turbo-text-to-video,     480P,  true,  '',    15, 0.22",
        "pixverse-c1-text-to-video,              540p,  true,  '',    3,  0.16",
        "pixverse-c1-text-to-video,              540p,  true,  '',    15, 0.82",
        "pixverse-c1-image-to-video,             1080p, false, '',    10, 1.05",
        "pixverse-v5.6-text-to-video,            540p,  true,  '',    5,  1.01",
        "pixverse-v5.6-text-to-video,            540p,  true,  '',    8,  2.02",
        "pixverse-v5.6-text-to-video,            1080p, true,  '',    8,  3.80",
        "runway-gen4-turbo,                      '',    false, '',    2,  0.14",
        "seedance-2-0-image-to-video-basic,      720p,  true,  '',    5,  0.95",
        "seedance-2-0-text-to-video-basic,       4k,    true,  16:9,  5,  4.86",
        "seedance-2-5-text-to-video-basic,       480p,  true,  21:9,  5,  0.84",
        "seedance-2-5-text-to-video-basic,       1080p, true,  21:9,  30, 21.46",
        "wan-2.5-preview-image-to-video,         480p,  true,  '',    5,  0.28",
        "wan-2.6-image-to-video,                 1080p, true,  '',    15, 2.48"
    })
    void halfACentFallsWhereItFellLive(
            String model, String resolution, boolean sound, String ratio, int seconds, String usd) {
        var quote = new LiveQuote(model, resolution, sound, ratio, seconds, Usd.parse(usd));
        assertThat(cents(quote)).isEqualTo(quote.usd());
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 3.74", "0, 10, 2.08", "20, 10, 6.24", "29, 10, 6.24", "25.5, 4, 6.14"})
    void secondsOfReferenceCountBesideTheClipsUpToThirtyTogether(String reference, String seconds, String usd) {
        var usage = new ClipUsage(
                new BigDecimal(seconds), new BigDecimal(reference), 1, true, "", Integer.MAX_VALUE, BigDecimal.ZERO);
        assertThat(OCTOBER.find("wan-3-0-reference-to-video", "1080p").cents(usage))
                .isEqualTo(Usd.parse(usd));
        assertThat(OCTOBER.find("wan-3-0-text-to-video", "1080p").cents(usage))
                .isEqualTo(OCTOBER.find("wan-3-0-text-to-video", "1080p").cents(usage(seconds, 1, "")));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.62", "1, 1.62", "2, 1.63", "7, 1.69"})
    void eachReferencePictureHasAPriceBesideTheSeconds(int pictures, String usd) {
        assertThat(OCTOBER.find("grok-imagine-1-5-reference-to-video-private", "720p")
                        .cents(usage("10", pictures, "")))
                .isEqualTo(Usd.parse(usd));
    }

    @Test
    void aRatioOfNoFrameCostsWhatNoRatioDoes() {
        var row = OCTOBER.find("seedance-2-5-text-to-video-basic", "480p");
        var without = row.cents(usage("10", 1, ""));
        assertThat(List.of("16:9", "5:4", "auto"))
                .allSatisfy(
                        ratio -> assertThat(row.cents(usage("10", 1, ratio))).isEqualTo(without));
        assertThat(row.cents(usage("10", 1, "21:9"))).isGreaterThan(without);
        assertThat(row.cents(usage("10", 1, "1:1"))).isLessThan(without);
    }

    private static Usd cents(LiveQuote quote) {
        var usage = new ClipUsage(
                BigDecimal.valueOf(quote.seconds()),
                BigDecimal.ZERO,
                1,
                quote.sound(),
                quote.ratio(),
                Integer.MAX_VALUE,
                BigDecimal.ZERO);
        return OCTOBER.find(quote.model(), quote.resolution()).cents(usage);
    }

    private static ClipUsage usage(String seconds, int pictures, String ratio) {
        return new ClipUsage(
                new BigDecimal(seconds), BigDecimal.ZERO, pictures, true, ratio, Integer.MAX_VALUE, BigDecimal.ZERO);
    }
}
