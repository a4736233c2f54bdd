package dev.venicesim.acceptance.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Model;
import dev.venicesim.validation.RequestMaker;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models files that ship, by their names, over HTTP: the smallest and largest request, and each step out of range. */
class ShippedModelsOverHttpTest {

    private static final ApiEdition OCTOBER = ApiEdition.of("2026-10-02");

    @ParameterizedTest
    @ValueSource(strings = {"topaz-suite", "later"})
    void takeWhatTheirDataSayAndNothingElse(String name) {
        var known = Catalog.of(OCTOBER);
        var added = Catalog.fromWire(EditionFiles.models(name).orElseThrow(), OCTOBER).listed().stream()
                .filter(model -> known.find(model.id()).isEmpty())
                .toList();
        assertThat(added).isNotEmpty();
        try (var sim = Sim.start(
                config -> config.edition(OCTOBER.id()).models(Path.of(name)).limits(false))) {
            var api = sim.frozenWorld("\"balanceUsd\":100000000").api();
            for (var model : added) {
                var maker = new RequestMaker(model);
                for (var body : new ObjectNode[] {maker.minimal(), largest(model, maker)}) {
                    var taken = api.post("/video/queue", body.toString());
                    assertThat(taken.status()).as("%s %s", model, taken).isEqualTo(200);
                }
                for (var mutation : maker.mutations()) {
                    var refused = api.post("/video/queue", mutation.body().toString());
                    assertThat(refused.status())
                            .as("%s %s %s", model, mutation, refused)
                            .isEqualTo(400);
                }
            }
        }
    }

    /** The edition takes no Auto, but the source's length in seconds. */
    private static ObjectNode largest(Model model, RequestMaker maker) {
        var body = maker.maximal();
        return model.rules().durationMode() == DurationMode.FROM_SOURCE ? body.put("duration", "12.5") : body;
    }
}
