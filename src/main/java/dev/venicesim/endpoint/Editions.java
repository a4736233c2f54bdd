package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.Quotes;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.validation.Validator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** What is simulated of each edition, loaded when first asked for. */
public final class Editions {

    /**
     * One edition.
     *
     * @param catalog its models
     * @param models its replies about models
     * @param validator its judgement of requests
     * @param quotes its prices
     */
    public record Simulated(Catalog catalog, ModelsReply models, Validator validator, Quotes quotes) {}

    private final Function<Edition, Catalog> catalogs;
    private final Function<Catalog, PriceBook> prices;
    private final ConcurrentMap<Edition, Simulated> loaded = new ConcurrentHashMap<>();

    /** Editions with the catalogue each is to have, and the prices of its models. */
    public Editions(Function<Edition, Catalog> catalogs, Function<Catalog, PriceBook> prices) {
        this.catalogs = catalogs;
        this.prices = prices;
    }

    public Simulated of(Edition edition) {
        var known = loaded.get(edition);
        return known == null ? loaded.computeIfAbsent(edition, this::load) : known;
    }

    private Simulated load(Edition edition) {
        var catalog = catalogs.apply(edition);
        return new Simulated(
                catalog, new ModelsReply(catalog), Validator.of(catalog), new Quotes(prices.apply(catalog)));
    }
}
