package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.catalog.price.ClipUsage;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.catalog.price.PriceEvidence;
import java.math.BigDecimal;
import java.util.Optional;

/** Prices that an edition knows from documents or quotes; what it only estimates is nobody's to keep to. */
final class EditionPrices {

    private final Catalog catalog;
    private final PriceBook prices;

    EditionPrices(ApiEdition edition) {
        this.catalog = Catalog.of(edition);
        this.prices = PriceBook.of(catalog);
    }

    /** Whether a quote of a model needs a ratio, as few do. */
    boolean needsRatio(String id) {
        return catalog.find(id)
                .filter(model -> model.rules().quoteNeeds().contains(RequestField.ASPECT_RATIO))
                .isPresent();
    }

    /** Whether the price of what a body asks for is known, and not only estimated. */
    boolean knows(JsonNode body) {
        return catalog.find(body.path("model").asText())
                .filter(model ->
                        prices.find(model, resolution(model, body)).origin().evidence() != PriceEvidence.ESTIMATED)
                .isPresent();
    }

    private static String resolution(Model model, JsonNode body) {
        return body.path("resolution")
                .asText(model.rules().defaultOf(RequestField.RESOLUTION).orElse(""));
    }

    /** What a quote is, for a body of seconds and perhaps a resolution. */
    Optional<BigDecimal> of(ObjectNode body) {
        var duration = body.path("duration").asText();
        if (!duration.matches("\\d{1,3}s")) {
            return Optional.empty();
        }
        return catalog.find(body.path("model").asText())
                .filter(model -> model.rules().durationMode() == DurationMode.LISTED)
                .flatMap(model -> price(model, body, new BigDecimal(duration.replace("s", ""))));
    }

    private Optional<BigDecimal> price(Model model, ObjectNode body, BigDecimal seconds) {
        var resolution = resolution(model, body);
        if (!resolution.isEmpty() && !model.options(RequestField.RESOLUTION).contains(resolution)) {
            return Optional.empty();
        }
        var row = prices.find(model, resolution);
        return row.origin().evidence() == PriceEvidence.ESTIMATED
                ? Optional.empty()
                : Optional.of(row.cents(new ClipUsage(
                                seconds,
                                BigDecimal.ZERO,
                                1,
                                model.constraints().audio().generated(),
                                body.path("aspect_ratio").asText(),
                                Integer.MAX_VALUE,
                                BigDecimal.ZERO))
                        .decimal());
    }
}
