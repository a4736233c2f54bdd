package dev.venicesim.catalog.price;

import dev.venicesim.catalog.Glob;
import dev.venicesim.money.QuoteRounding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Row of a price file: which models and resolutions it is for, and what it makes of them. */
sealed interface Tariff {

    /** The price, if this row is for that model and resolution. */
    Optional<PriceRow> price(String model, String resolution);

    private static boolean isAmong(List<Glob> models, String model) {
        return models.stream().anyMatch(glob -> glob.matches(model));
    }

    /**
     * A price that is written down.
     *
     * @param resolutions those it is for; empty for all
     */
    record Known(List<Glob> models, Set<String> resolutions, Price price, QuoteRounding rounding, PriceOrigin origin)
            implements Tariff {

        @Override
        public Optional<PriceRow> price(String model, String resolution) {
            var isFor = Tariff.isAmong(models, model) && (resolutions.isEmpty() || resolutions.contains(resolution));
            return isFor ? Optional.of(new PriceRow(model, resolution, price, rounding, origin)) : Optional.empty();
        }
    }

    /** A family's estimate. */
    record Estimated(List<Glob> models, EstimateRule rule) implements Tariff {

        @Override
        public Optional<PriceRow> price(String model, String resolution) {
            return Tariff.isAmong(models, model)
                    ? Optional.of(new PriceRow(
                            model, resolution, rule.price(resolution), QuoteRounding.DECIMAL, rule.origin()))
                    : Optional.empty();
        }
    }
}
