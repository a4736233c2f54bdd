package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.Usd;

/**
 * Price with sound and without.
 *
 * @param usd with sound
 * @param silentUsd without; the same where sound has no price
 */
public record SoundPrice(Usd usd, Usd silentUsd) {

    Usd of(boolean sound) {
        return sound ? usd : silentUsd;
    }

    void writeTo(ObjectNode row) {
        row.put("usd", usd.number());
        if (!silentUsd.equals(usd)) {
            row.put("silentUsd", silentUsd.number());
        }
    }
}
