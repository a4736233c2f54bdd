package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Glob;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reader of the {@code estimates} of the price file that ships; a broken one is a bug. */
record EstimateFile(JsonNode estimates) {

    String formula() {
        return estimates.path("formula").textValue();
    }

    Usd min() {
        return Usd.of(estimates.path("minUsd").decimalValue());
    }

    List<Tariff> families() {
        var factors = new HashMap<String, BigDecimal>();
        estimates
                .path("factors")
                .properties()
                .forEach(
                        factor -> factors.put(factor.getKey(), factor.getValue().decimalValue()));
        var families = new ArrayList<Tariff>();
        for (var family : estimates.path("families")) {
            var models = new ArrayList<Glob>();
            family.path("models").forEach(model -> models.add(new Glob(model.textValue())));
            families.add(new Tariff.Estimated(models, rule(family, factors)));
        }
        return families;
    }

    private EstimateRule rule(JsonNode family, Map<String, BigDecimal> factors) {
        var silent =
                family.path("sound").booleanValue() ? estimates.path("silent").decimalValue() : BigDecimal.ONE;
        return new EstimateRule(
                Usd.of(family.path("usd").decimalValue()),
                silent,
                family.path("anyResolution").booleanValue() ? Map.of() : factors,
                family.path("per").asText().equals("clip"),
                family.has("references"),
                new PriceOrigin(
                        PriceEvidence.ESTIMATED,
                        "the formula",
                        estimates.path("date").textValue(),
                        ""));
    }
}
