package dev.venicesim.billing.quote;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.price.ClipUsage;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.catalog.price.PriceEvidence;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.time.Duration;

/** Prices of clips. Quote and queue both ask here with the same inputs, so what is quoted is what is charged. */
public record Quotes(PriceBook book) {

    /**
     * What a model takes for a request, in whole cents, rounded as its row says. An upscale of unknown input height is
     * taken to be of the dearest tier.
     */
    @Verified(on = "2026-09-28", source = "docs/api/edition-2026-10-02.md#how-a-price-is-made")
    public Usd quote(Model model, PricedInputs inputs) {
        var clip = ClipDefaults.of(model, inputs);
        var row = book.find(model, clip.resolution());
        var usd = row.cents(usage(clip, ClipDefaults.askedRatio(model, inputs), inputs));
        return row.origin().evidence() == PriceEvidence.ESTIMATED ? book.atLeastTheMinimum(usd) : usd;
    }

    private static ClipUsage usage(QuotedClip clip, String askedRatio, PricedInputs inputs) {
        return new ClipUsage(
                seconds(clip.billed()),
                seconds(inputs.referenceVideos()),
                inputs.referenceImages(),
                clip.sound(),
                askedRatio,
                clip.outputHeight() > 0 ? clip.outputHeight() : Integer.MAX_VALUE,
                inputs.source().framesPerSecond());
    }

    private static BigDecimal seconds(Duration length) {
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    }
}
