package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.error.Verified;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.List;

/** The shape of a price. */
public sealed interface Price {

    /** What it comes to, exact and unrounded, in dollars. */
    BigDecimal dollars(Usage usage);

    /** Adds itself to a row, in the vocabulary of the price file. */
    void writeTo(ObjectNode row);

    /**
     * So much a second of the clip.
     *
     * @param usd with sound
     * @param silentUsd without; the same where sound has no price
     * @param referenceTokens whether reference video is paid for: the documents price tokens of input and output together,
     *     without a rate; here a second of either costs the same
     */
    record PerSecond(Usd usd, Usd silentUsd, boolean referenceTokens) implements Price {

        @Override
        public BigDecimal dollars(Usage usage) {
            var seconds = referenceTokens ? usage.seconds().add(usage.referenceSeconds()) : usage.seconds();
            return (usage.sound() ? usd : silentUsd).decimal().multiply(seconds);
        }

        @Override
        public void writeTo(ObjectNode row) {
            row.put("per", "second");
            writeAmounts(row, usd, silentUsd);
            if (referenceTokens) {
                row.put("references", "tokens");
            }
        }
    }

    /**
     * So much a clip, however long.
     *
     * @param usd with sound
     * @param silentUsd without; the same where sound has no price
     */
    record PerClip(Usd usd, Usd silentUsd) implements Price {

        @Override
        public BigDecimal dollars(Usage usage) {
            return (usage.sound() ? usd : silentUsd).decimal();
        }

        @Override
        public void writeTo(ObjectNode row) {
            row.put("per", "clip");
            writeAmounts(row, usd, silentUsd);
        }
    }

    /**
     * So much a second of the source, by the height of the output.
     *
     * @param tiers from the lowest to one without a bound
     * @param doubleAboveFps a source of more frames a second costs twice as much
     */
    @Verified(on = "2026-08-21", source = "guide video-upscaling; api-facts 5.2")
    record Upscaled(List<Tier> tiers, BigDecimal doubleAboveFps) implements Price {

        @Override
        public BigDecimal dollars(Usage usage) {
            var once = perSecondAt(usage.outputHeight()).decimal().multiply(usage.seconds());
            var twice = usage.framesPerSecond().compareTo(doubleAboveFps) > 0;
            return twice ? once.add(once) : once;
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
            row.put("doubleAboveFps", doubleAboveFps);
        }

        private Usd perSecondAt(int outputHeight) {
            return tiers.stream()
                    .filter(tier -> outputHeight <= tier.maxHeight())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no tier for a height of " + outputHeight))
                    .perSecond();
        }
    }

    /**
     * A step of an upscaler's price.
     *
     * @param maxHeight of the output in pixels, inclusive
     */
    record Tier(int maxHeight, Usd perSecond) {}

    private static void writeAmounts(ObjectNode row, Usd usd, Usd silentUsd) {
        row.put("usd", usd.number());
        if (!silentUsd.equals(usd)) {
            row.put("silentUsd", silentUsd.number());
        }
    }
}
