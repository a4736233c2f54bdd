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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What every model of a catalogue costs at every resolution it has. Rows are tried in order: a user's, those published or
 * quoted, then the estimate, which has a price for any model: the family's dollars a second (or a clip) at 720p with sound,
 * times the factor of the resolution; {@link #formula()} says it in full. Immutable but for a cache.
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
        return new PriceBook(catalog, Shipped.TARIFFS, Shipped.ESTIMATES);
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
        return found.computeIfAbsent(new Cell(model.id(), resolution), this::row);
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

    /** An estimated amount, brought into the range of a quote. */
    public Usd withinRange(Usd estimate) {
        var least = estimate.isLessThan(estimates.min()) ? estimates.min() : estimate;
        return estimates.max().isLessThan(least) ? estimates.max() : least;
    }

    /** Every row with its origin, as the control API shows it. */
    public ObjectNode toJson() {
        return PriceJson.write(this, catalog.edition());
    }

    private Stream<PriceRow> rowsOf(Model model) {
        var priced = model.options(Input.RESOLUTION);
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

        static final EstimateFile ESTIMATES;
        static final List<Tariff> TARIFFS;

        static {
            var file = read();
            ESTIMATES = new EstimateFile(file.path("estimates"));
            var tariffs = new ArrayList<>(new PriceFile("").rows(file));
            tariffs.addAll(ESTIMATES.families());
            TARIFFS = List.copyOf(tariffs);
        }

        private static JsonNode read() {
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
}
