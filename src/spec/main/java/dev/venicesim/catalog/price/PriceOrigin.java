package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Origin of a price: where it comes from.
 *
 * @param source the document or the person
 * @param date ISO date on which it said so
 * @param note what else there is to know about it, in words; may be empty
 */
public record PriceOrigin(PriceEvidence evidence, String source, String date, String note) {

    void writeTo(ObjectNode row) {
        row.put("provenance", evidence.label()).put("source", source).put("date", date);
        if (!note.isEmpty()) {
            row.put("note", note);
        }
    }
}
