package dev.venicesim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.json.NamedFile;
import dev.venicesim.service.Editions;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;

/** Editions as a configuration wants them: with a catalogue and prices of its own, where it names files of them. */
final class ConfiguredEditions {

    private static final String READABLE = "a readable JSON file";

    private ConfiguredEditions() {}

    static Editions of(SimulatorConfig config) {
        return new Editions(catalogs(config), prices(config));
    }

    private static Function<ApiEdition, Catalog> catalogs(SimulatorConfig config) {
        var path = config.files().models();
        if (path.isEmpty()) {
            return Catalog::of;
        }
        var base = config.worlds().edition();
        var shipped = Files.exists(path.get())
                ? Optional.<JsonNode>empty()
                : EditionFiles.models(path.get().toString());
        var file = new NamedFile("models", path.get(), READABLE + ", or topaz-suite, or later");
        var saved = shipped.orElseGet(file::json);
        var catalog = file.used(() -> Catalog.fromWire(saved, base));
        return edition -> edition.equals(base) ? catalog : Catalog.of(edition);
    }

    private static Function<Catalog, PriceBook> prices(SimulatorConfig config) {
        var path = config.files().prices();
        if (path.isEmpty()) {
            return PriceBook::of;
        }
        var file = new NamedFile("prices", path.get(), READABLE);
        var rows = file.json();
        file.used(() -> PriceBook.of(Catalog.of(config.worlds().edition())).withRows(rows));
        return catalog -> PriceBook.of(catalog).withRows(rows);
    }
}
