package dev.venicesim.catalog.price;

import dev.venicesim.money.QuoteRounding;
import dev.venicesim.money.Usd;

/**
 * The price of one model at one resolution.
 *
 * @param model its id
 * @param resolution a literal of the model, or empty for a model that has none
 */
public record PriceRow(String model, String resolution, Price price, QuoteRounding rounding, PriceOrigin origin) {

    /** What a clip costs, in whole cents. */
    public Usd cents(ClipUsage usage) {
        return rounding.cents(price.bill(usage));
    }
}
