package dev.venicesim.service;

import dev.venicesim.billing.quote.Quotes;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.validation.Validator;
import dev.venicesim.validation.media.MediaRules;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Editions as they are simulated, each loaded when first asked for. */
public final class Editions {

    /**
     * One edition.
     *
     * @param catalog its models
     * @param models its replies about models
     * @param validator its judgement of requests
     * @param quotes its prices
     */
    public record Simulated(Catalog catalog, ModelsReply models, Validator validator, Quotes quotes) {

        /** The rules a queue request for a model is held to, in words. */
        public List<String> rules(Model model) {
            return Stream.concat(validator.describe(model).stream(), MediaRules.describe(model).stream())
                    .toList();
        }
    }

    private final Function<ApiEdition, Catalog> catalogs;
    private final Function<Catalog, PriceBook> prices;
    private final ConcurrentMap<ApiEdition, Simulated> loaded = new ConcurrentHashMap<>();

    /** Editions with the catalogue each is to have, and the prices of its models. */
    public Editions(Function<ApiEdition, Catalog> catalogs, Function<Catalog, PriceBook> prices) {
        this.catalogs = catalogs;
        this.prices = prices;
    }

    public Simulated of(ApiEdition edition) {
        var known = loaded.get(edition);
        return known == null ? loaded.computeIfAbsent(edition, this::load) : known;
    }

    private Simulated load(ApiEdition edition) {
        var catalog = catalogs.apply(edition);
        return new Simulated(
                catalog, new ModelsReply(catalog), Validator.of(catalog), new Quotes(prices.apply(catalog)));
    }
}
