package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.json.Json;

/** A price book as JSON, in the vocabulary of the price file. */
final class PriceJson {

    private PriceJson() {}

    static ObjectNode write(PriceBook book, ApiEdition edition) {
        var node = Json.object();
        node.put("edition", edition.id());
        node.put("estimate", book.formula());
        var prices = node.putArray("prices");
        book.rows().forEach(row -> prices.add(write(row)));
        return node;
    }

    private static ObjectNode write(PriceRow row) {
        var node = Json.object();
        node.put("model", row.model());
        if (!row.resolution().isEmpty()) {
            node.put("resolution", row.resolution());
        }
        row.writeTo(node);
        row.origin().writeTo(node);
        return node;
    }
}
