package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Writes what it costs, without the model and without the origin, in the vocabulary of the price file. */
    public void writeTo(ObjectNode row) {
        price.writeTo(row);
        if (rounding instanceof QuoteRounding.Binary binary) {
            row.put("markup", binary.markup()).put("rounding", "binary");
        }
    }
}
