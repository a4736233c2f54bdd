package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.recording.QuoteTable;
import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comparison of a target's quotes with an edition's prices, or with those of a file: a difference for each rule by which
 * quotes moved, with the models and resolutions that moved by it.
 */
public final class QuoteDrift {

    private final Catalog catalog;
    private final PriceBook ours;
    private final String whose;

    /**
     * @param file price rows that hold before the edition's, if there are any
     * @throws IllegalArgumentException if they are no price rows, naming the JSON pointer and what belongs there
     */
    public QuoteDrift(ApiEdition edition, Optional<JsonNode> file) {
        this.catalog = Catalog.of(edition);
        var book = PriceBook.of(catalog);
        this.ours = file.map(book::withRows).orElse(book);
        this.whose = file.isPresent() ? "the file's" : "the edition's";
    }

    /** The models of a list that the edition has, too. */
    public JsonNode known(JsonNode models) {
        var list = Json.object();
        var data = list.putArray("data");
        models.path("data").forEach(model -> {
            if (catalog.find(model.path("id").asText()).isPresent()) {
                data.add(model);
            }
        });
        return list;
    }

    /** What differs. */
    public List<Drift> of(QuoteTable quotes) {
        var groups = new MovedQuotes(whose);
        for (var model : catalog.listed()) {
            var resolutions = model.options(RequestField.RESOLUTION);
            for (var resolution : resolutions.isEmpty() ? List.of("") : resolutions) {
                compare(model, resolution, quotes, groups);
            }
        }
        return groups.rules().stream()
                .map(rule -> Drift.of(Severity.NOTABLE, Felt.MONEY, rule.place(), rule.says()))
                .toList();
    }

    private void compare(Model model, String resolution, QuoteTable quotes, MovedQuotes groups) {
        var compared = new ArrayList<MovedQuotes.Pair>();
        var refused = 0;
        for (var sound : PriceDrift.sounds(model)) {
            for (var ratio : PriceDrift.ratios(model)) {
                for (var length : PriceDrift.lengths(model)) {
                    var asked = new QuoteTable.Asked(
                            model.id(), resolution, length.seconds(), ratio, sound, length.references());
                    var was = ours.find(model, resolution).cents(length.usage(sound, ratio));
                    var is = quotes.price(asked).map(QuotedPrice::dollars);
                    is.ifPresent(price -> compared.add(
                            new MovedQuotes.Pair(length + (ratio.isEmpty() ? "" : " at " + ratio), sound, was, price)));
                    refused += quotes.has(asked) && is.isEmpty() ? 1 : 0;
                }
            }
        }
        groups.add(model.id(), resolution, compared, refused);
    }
}
