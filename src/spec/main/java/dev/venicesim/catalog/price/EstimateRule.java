package dev.venicesim.catalog.price;

import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The stated estimate: a family's price at 720p with sound, times the factor of the resolution.
 *
 * @param usd at 720p with sound
 * @param silentFactor what is left of it without sound
 * @param factors by resolution; empty where the resolution does not change the price
 */
record EstimateRule(
        Usd usd,
        BigDecimal silentFactor,
        Map<String, BigDecimal> factors,
        boolean perClip,
        boolean referenceTokens,
        PriceOrigin origin) {

    Price price(String resolution) {
        var full = usd.times(factors.getOrDefault(resolution, BigDecimal.ONE));
        var silent = full.times(silentFactor);
        var price = new SoundPrice(full, silent);
        return perClip
                ? new PerClip(price)
                : new PerSecond(
                        price, Map.of(), Usd.ZERO, new BilledTime(referenceTokens, BilledTime.UNBOUNDED), ClipFee.NONE);
    }
}
