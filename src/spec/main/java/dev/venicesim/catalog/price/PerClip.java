package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.LineItem;
import java.math.BigDecimal;

/** Price of so much a clip, however long. */
public record PerClip(SoundPrice price) implements Price {

    @Override
    public LineItem bill(ClipUsage usage) {
        return LineItem.of(price.of(usage.sound()), BigDecimal.ONE);
    }

    @Override
    public void writeTo(ObjectNode row) {
        row.put("per", "clip");
        price.writeTo(row);
    }
}
