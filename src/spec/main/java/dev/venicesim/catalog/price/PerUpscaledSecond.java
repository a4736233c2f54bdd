package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.money.LineItem;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.List;

/**
 * Price of so much a second of the output, by its height.
 *
 * @param tiers from the lowest to one without a bound
 * @param doubleAboveFps a source of more frames a second costs twice as much
 */
@Verified(on = "2026-08-21", source = "docs/api/validation.md#rules-of-topaz")
public record PerUpscaledSecond(List<Tier> tiers, BigDecimal doubleAboveFps) implements Price {

    /** For a price that no number of frames doubles. */
    static final BigDecimal NEVER = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * A step of the price.
     *
     * @param maxHeight of the output in pixels, inclusive
     */
    public record Tier(int maxHeight, Usd perSecond) {}

    public PerUpscaledSecond {
        tiers = List.copyOf(tiers);
    }

    @Override
    public LineItem bill(ClipUsage usage) {
        var twice = usage.framesPerSecond().compareTo(doubleAboveFps) > 0;
        return LineItem.of(
                perSecondAt(usage.outputHeight()), twice ? usage.seconds().multiply(TWO) : usage.seconds());
    }

    @Override
    public void writeTo(ObjectNode row) {
        row.put("per", "upscaled-second");
        var steps = row.putArray("tiers");
        for (var tier : tiers) {
            var step = steps.addObject();
            if (tier.maxHeight() < Integer.MAX_VALUE) {
                step.put("maxHeight", tier.maxHeight());
            }
            step.put("usd", tier.perSecond().number());
        }
        if (doubleAboveFps.compareTo(NEVER) < 0) {
            row.put("doubleAboveFps", doubleAboveFps);
        }
    }

    private Usd perSecondAt(int outputHeight) {
        return tiers.stream()
                .filter(tier -> outputHeight <= tier.maxHeight())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no tier for a height of " + outputHeight))
                .perSecond();
    }
}
