package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Price book: what every model of a catalogue costs at every resolution it has. Rows are tried in order: a user's;
 * those documented or observed, by their {@linkplain PriceOrder distance from the edition's date}; those estimated from
 * a sibling's price; then the formula, which has a price for any model: the family's dollars a second (or a clip) at
 * 720p with sound, times the factor of the resolution; {@link #formula()} says it in full. Immutable but for a cache.
 */
public final class PriceBook {

    private final Catalog catalog;
    private final List<Tariff> tariffs;
    private final EstimateFile estimates;
    private final Map<Cell, PriceRow> found = new ConcurrentHashMap<>();

    private PriceBook(Catalog catalog, List<Tariff> tariffs, EstimateFile estimates) {
        this.catalog = catalog;
        this.tariffs = tariffs;
        this.estimates = estimates;
    }

    /** The prices that ship with the simulator, for a catalogue. */
    public static PriceBook of(Catalog catalog) {
        return asOf(catalog.edition().id(), catalog);
    }

    /** The same, for an edition of another date. */
    static PriceBook asOf(String date, Catalog catalog) {
        var tariffs = new ArrayList<Tariff>(new PriceOrder(date).sort(Shipped.ROWS));
        tariffs.addAll(Shipped.ESTIMATES.families());
        return new PriceBook(catalog, List.copyOf(tariffs), Shipped.ESTIMATES);
    }

    /**
     * These prices with a user's rows before them:
     * {@code {"rows": [{"models": ["wan-2-7-*"], "resolutions": ["720p"], "per": "second", "usd": 0.11}]}}.
     *
     * @throws IllegalArgumentException naming the JSON pointer and what belongs there
     */
    public PriceBook withRows(JsonNode file) {
        var all = new ArrayList<Tariff>(new PriceFile(catalog.edition().id()).rows(file));
        all.addAll(tariffs);
        return new PriceBook(catalog, all, estimates);
    }

    /** The price of a model at a resolution; empty text for a model that has none. */
    public PriceRow find(Model model, String resolution) {
        return find(model.id(), resolution);
    }

    PriceRow find(String model, String resolution) {
        return found.computeIfAbsent(new Cell(model, resolution), this::row);
    }

    /** A row for each model and resolution, in the order of the catalogue. */
    List<PriceRow> rows() {
        return Stream.concat(catalog.listed().stream(), catalog.unlisted().stream())
                .flatMap(this::rowsOf)
                .toList();
    }

    /** How prices nobody published are estimated, in words. */
    String formula() {
        return estimates.formula();
    }

    /** An estimated amount, or the least that a quote is; there is no most, as live quotes know none. */
    public Usd atLeastTheMinimum(Usd estimate) {
        return estimate.isLessThan(estimates.min()) ? estimates.min() : estimate;
    }

    /** Every row with its origin, as the control API shows it. */
    public ObjectNode toJson() {
        return PriceJson.write(this, catalog.edition());
    }

    /**
     * How the prices are known and since when: counts by provenance, and of each model with the oldest date.
     *
     * @param today from which ages are counted
     */
    public ObjectNode ages(LocalDate today) {
        return PriceAge.write(rows(), today);
    }

    private Stream<PriceRow> rowsOf(Model model) {
        var priced = model.options(RequestField.RESOLUTION);
        return (priced.isEmpty() ? List.of("") : priced).stream().map(resolution -> find(model, resolution));
    }

    private PriceRow row(Cell cell) {
        for (var tariff : tariffs) {
            var row = tariff.price(cell.model(), cell.resolution());
            if (row.isPresent()) {
                return row.get();
            }
        }
        throw new IllegalStateException("no price for " + cell.model());
    }

    private record Cell(String model, String resolution) {}

    private static final class Shipped {

        static final EstimateFile ESTIMATES =
                new EstimateFile(read("prices.json").path("estimates"));
        static final List<Tariff.Known> ROWS = Stream.of(
                        "prices.json", "prices-2026-09-28.json", "prices-topaz.json", "prices-later.json")
                .flatMap(name -> new PriceFile("").rows(read(name)).stream())
                .toList();

        private static JsonNode read(String name) {
            try (var in = PriceBook.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the data file " + name + " is not on the class path");
                }
                return Json.trusted(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
