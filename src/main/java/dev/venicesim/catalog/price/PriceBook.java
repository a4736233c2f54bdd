package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every model of a catalogue costs at every resolution it has. Rows are tried in order: a user's, those published or quoted, then the estimate, which has a price for any model. Immutable.
 */
public final class PriceBook {

    private final Catalog catalog;
    private final List<Tariff> tariffs;
    private final EstimateFile estimates;
    private final Map<String, Map<String, PriceRow>> rows = new LinkedHashMap<>();

    private PriceBook(Catalog catalog, List<Tariff> tariffs, EstimateFile estimates) {
        this.catalog = catalog;
        this.tariffs = tariffs;
        this.estimates = estimates;
        Stream.concat(catalog.listed().stream(), catalog.unlisted().stream())
                .forEach(model -> rows.put(model.id(), rowsOf(model)));
    }

    /** The prices that ship with the simulator, for a catalogue. */
    public static PriceBook of(Catalog catalog) {
        var file = shipped();
        var estimates = new EstimateFile(file.path("estimates"));
        var tariffs = new ArrayList<>(new PriceFile(catalog.edition().id()).rows(file));
        tariffs.addAll(estimates.families());
        return new PriceBook(catalog, tariffs, estimates);
    }

    /**
     * These prices with a user's rows before them: {@code {"rows": [{"models": ["wan-2-7-*"], "resolutions": ["720p"], "per": "second", "usd": 0.11}]}}.
     *
     * @throws IllegalArgumentException naming the JSON pointer and what belongs there
     */
    public PriceBook withRows(JsonNode file) {
        var all = new ArrayList<>(new PriceFile(catalog.edition().id()).rows(file));
        all.addAll(tariffs);
        return new PriceBook(catalog, all, estimates);
    }

    /** The price of a model at a resolution; empty text for a model that has none. */
    public PriceRow find(Model model, String resolution) {
        var known = rows.getOrDefault(model.id(), Map.of()).get(resolution);
        return known == null ? row(model.id(), resolution) : known;
    }

    /** A row for each model and resolution, in the order of the catalogue. */
    public List<PriceRow> rows() {
        return rows.values().stream()
                .flatMap(byResolution -> byResolution.values().stream())
                .toList();
    }

    /** How prices nobody published are estimated, in words. */
    public String formula() {
        return estimates.formula();
    }

    /** An estimated amount, brought into the range of a quote. */
    public Usd withinRange(Usd estimate) {
        var least = estimate.isLessThan(estimates.min()) ? estimates.min() : estimate;
        return estimates.max().isLessThan(least) ? estimates.max() : least;
    }

    /** Every row with its origin, as the control API shows it. */
    public ObjectNode toJson() {
        return PriceJson.write(this, catalog.edition());
    }

    private Map<String, PriceRow> rowsOf(Model model) {
        var byResolution = new LinkedHashMap<String, PriceRow>();
        var priced = model.options(Input.RESOLUTION);
        for (var resolution : priced.isEmpty() ? List.of("") : priced) {
            byResolution.put(resolution, row(model.id(), resolution));
        }
        return byResolution;
    }

    private PriceRow row(String id, String resolution) {
        return tariffs.stream()
                .flatMap(tariff -> tariff.price(id, resolution).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no price for " + id));
    }

    private static JsonNode shipped() {
        try (var in = PriceBook.class.getResourceAsStream("prices.json")) {
            if (in == null) {
                throw new IllegalStateException("the data file prices.json is not on the class path");
            }
            return Json.trusted(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
