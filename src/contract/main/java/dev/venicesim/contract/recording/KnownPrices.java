package dev.venicesim.contract.recording;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.price.ClipUsage;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.catalog.price.PriceRow;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Prices of the newest edition. One that gives every quote to the cent is the better record of them: it is the API's own
 * rule, by tokens or with its rounding, and holds for what was not asked.
 */
final class KnownPrices {

    private final Catalog catalog = Catalog.of(ApiEdition.latest());
    private final PriceBook prices = PriceBook.of(catalog);

    /** Nothing, if the model is unknown or a quote is another. */
    Optional<PriceRow> giving(PriceQuery ask, Quoted quoted) {
        return catalog.find(ask.model().path("id").asText())
                .map(model -> prices.find(model, ask.resolution()))
                .filter(row -> givesAll(row, ask, quoted));
    }

    private static boolean givesAll(PriceRow row, PriceQuery ask, Quoted quoted) {
        var beside = PriceQuery.besideReferences(quoted.usual().loud());
        return gives(row, quoted.usual(), ask.firstRatio())
                && quoted.ratios().entrySet().stream().allMatch(ratio -> gives(row, ratio.getValue(), ratio.getKey()))
                && quoted.references().entrySet().stream()
                        .allMatch(quote -> gives(
                                row, usage(beside, quote.getKey() - beside, true, ask.firstRatio()), quote.getValue()));
    }

    private static boolean gives(PriceRow row, Quoted.Lengths lengths, String ratio) {
        return gives(row, lengths.loud(), true, ratio) && gives(row, lengths.silent(), false, ratio);
    }

    private static boolean gives(PriceRow row, NavigableMap<Integer, BigDecimal> quotes, boolean sound, String ratio) {
        return quotes.entrySet().stream()
                .allMatch(quote -> gives(row, usage(quote.getKey(), 0, sound, ratio), quote.getValue()));
    }

    private static boolean gives(PriceRow row, ClipUsage usage, BigDecimal quote) {
        return row.cents(usage).decimal().compareTo(quote) == 0;
    }

    private static ClipUsage usage(int seconds, int references, boolean sound, String ratio) {
        return new ClipUsage(
                BigDecimal.valueOf(seconds),
                BigDecimal.valueOf(references),
                1,
                sound,
                ratio.indexOf(':') > 0 ? ratio : "",
                Integer.MAX_VALUE,
                BigDecimal.ZERO);
    }
}
