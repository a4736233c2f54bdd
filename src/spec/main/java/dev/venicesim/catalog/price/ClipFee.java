package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;

/**
 * Fee that is paid beside the seconds of a clip.
 *
 * @param perReferenceImage whether it is paid for each reference picture, and at least once, instead of once a clip
 */
public record ClipFee(Usd usd, boolean perReferenceImage) {

    public static final ClipFee NONE = new ClipFee(Usd.ZERO, false);

    Usd of(ClipUsage usage) {
        return perReferenceImage ? usd.times(BigDecimal.valueOf(Math.max(1, usage.referenceImages()))) : usd;
    }

    void writeTo(ObjectNode row) {
        if (usd.isZero()) {
            return;
        }
        row.put("perClipUsd", usd.number());
        if (perReferenceImage) {
            row.put("perClipTimes", "referenceImages");
        }
    }
}
