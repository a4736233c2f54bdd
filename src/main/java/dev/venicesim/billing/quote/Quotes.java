package dev.venicesim.billing.quote;

import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.price.Evidence;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.catalog.price.Usage;
import dev.venicesim.error.Verified;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Prices clips. Quote and queue both ask here with the same inputs, so what is quoted is what is charged. */
public record Quotes(PriceBook book) {

    /**
     * What a model takes for a request, rounded half up to whole cents. An upscale of unknown input height is taken to be of the
     * dearest tier; an estimated price stays within the range the documents give for any call.
     */
    @Verified(on = "2026-08-21", source = "api-facts 9; observed-behaviour A9")
    public Usd quote(Model model, PricedInputs inputs) {
        var clip = Clips.of(model, inputs);
        var row = book.find(model, clip.resolution());
        var usd = cents(row.price().dollars(usage(clip, inputs)));
        return row.origin().evidence() == Evidence.ESTIMATED ? book.withinRange(usd) : usd;
    }

    private static Usage usage(Clip clip, PricedInputs inputs) {
        var height = clip.outputHeight() > 0 ? clip.outputHeight() : Integer.MAX_VALUE;
        return new Usage(
                seconds(clip.billed()),
                seconds(inputs.referenceVideos()),
                clip.sound(),
                height,
                inputs.source().framesPerSecond());
    }

    private static BigDecimal seconds(Duration length) {
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    }

    private static Usd cents(BigDecimal dollars) {
        return Usd.ofCents(
                dollars.setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact());
    }
}
