package dev.venicesim.billing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.price.LiveQuotes;
import dev.venicesim.catalog.price.LiveQuotes.LiveQuote;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.money.Usd;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every edition, asked for the live quotes of 2026-09-28. */
class LiveQuotesOfEditionsTest {

    private static final Set<String> DOCUMENTED_OTHERWISE =
            Set.of("kling-o3-pro-reference-to-video", "kling-o3-standard-reference-to-video");

    @ParameterizedTest
    @CsvSource({"2026-06-17, 1134, 45", "2026-08-21, 2613, 45", "2026-10-02, 3289, 0"})
    void giveAllToTheCentButThoseTheyHaveOtherDocumentsFor(String edition, int asked, int missed) {
        var catalog = Catalog.of(ApiEdition.find(edition).orElseThrow());
        var quotes = new Quotes(PriceBook.of(catalog));
        var known = LiveQuotes.all().stream()
                .filter(quote -> catalog.find(quote.model()).isPresent())
                .toList();
        var others = known.stream()
                .filter(quote -> !quote(catalog, quotes, quote).equals(quote.usd()))
                .toList();
        assertThat(known).hasSize(asked);
        assertThat(others).extracting(LiveQuote::model).isSubsetOf(DOCUMENTED_OTHERWISE);
        assertThat(others).hasSize(missed);
    }

    private static Usd quote(Catalog catalog, Quotes quotes, LiveQuote quote) {
        var inputs = PricedInputs.NONE
                .withDuration(quote.seconds() + "s")
                .withResolution(quote.resolution())
                .withAspectRatio(quote.ratio())
                .withAudio(quote.sound());
        return quotes.quote(catalog.find(quote.model()).orElseThrow(), inputs);
    }
}
