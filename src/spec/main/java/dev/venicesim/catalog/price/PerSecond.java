package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.LineItem;
import dev.venicesim.money.Usd;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * Price of so much a second.
 *
 * @param price of a second at a ratio that has no price of its own
 * @param ratios the prices of single ratios, by literal; empty where the ratio changes nothing
 * @param usdWithVideo what a second at {@code price} costs where seconds of reference video are paid for; a second at
 *     another price costs as much more or less in proportion. Zero: they cost the same
 * @param time which seconds are paid for
 * @param fee what is paid beside them
 */
public record PerSecond(
        SoundPrice price, Map<String, SoundPrice> ratios, Usd usdWithVideo, BilledTime time, ClipFee fee)
        implements Price {

    public PerSecond {
        ratios = Map.copyOf(ratios);
    }

    /** A price of the clip's own seconds and nothing else. */
    public static PerSecond of(SoundPrice price) {
        return new PerSecond(price, Map.of(), Usd.ZERO, BilledTime.OF_THE_CLIP, ClipFee.NONE);
    }

    @Override
    public LineItem bill(ClipUsage usage) {
        var second = ratios.getOrDefault(usage.ratio(), price);
        var unit = second.of(usage.sound());
        var paid = time.countsVideoOf(usage) && !usdWithVideo.isZero() ? withVideo(unit) : unit;
        return new LineItem(paid, time.of(usage), fee.of(usage));
    }

    private Usd withVideo(Usd unit) {
        return unit.equals(price.usd())
                ? usdWithVideo
                : unit.times(usdWithVideo.decimal().divide(price.usd().decimal(), MathContext.DECIMAL64));
    }

    @Override
    public void writeTo(ObjectNode row) {
        row.put("per", "second");
        price.writeTo(row);
        if (!ratios.isEmpty()) {
            var byRatio = row.putObject("ratios");
            new TreeMap<>(ratios).forEach((ratio, second) -> second.writeTo(byRatio.putObject(ratio)));
        }
        if (!usdWithVideo.isZero()) {
            row.put("usdWithVideo", usdWithVideo.number());
        }
        fee.writeTo(row);
        time.writeTo(row);
    }
}
