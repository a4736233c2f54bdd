package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models files that ship and are off by default. */
class ShippedModelsTest {

    private static final ApiEdition OCTOBER = ApiEdition.of("2026-10-02");

    @ParameterizedTest
    @CsvSource({"topaz-suite, 9", "later, 23"})
    void addTheirModelsToTheEditionAndTakeTheSmallestAndLargestRequests(String name, int more) {
        var catalog = Catalog.fromWire(EditionFiles.models(name).orElseThrow(), OCTOBER);
        assertThat(catalog.listed()).hasSize(132 + more);
        var validator = Validator.of(catalog);
        for (var model : catalog.listed().subList(132, 132 + more)) {
            var maker = new RequestMaker(model);
            for (var body : java.util.List.of(maker.minimal(), maker.maximal())) {
                assertThat(validator.queue(body, QuirkSettings.defaults()))
                        .as("%s takes %.300s", model, body)
                        .isInstanceOf(Verdict.Accepted.class);
            }
            for (var mutation : maker.mutations()) {
                assertThat(validator.queue(mutation.body(), QuirkSettings.of(OCTOBER)))
                        .as("%s, %s", model, mutation)
                        .isInstanceOf(Verdict.Refused.class);
            }
            assertThat(Catalog.of(OCTOBER).find(model.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"TARGET_FPS", "GRAIN", "SLOWDOWN_FACTOR", "OUTPUT_FORMAT"})
    void giveTheTopazSuiteItsFields(RequestField field) {
        var catalog = Catalog.fromWire(EditionFiles.models("topaz-suite").orElseThrow(), OCTOBER);
        assertThat(catalog.find("topaz-video-astra").orElseThrow().rules().accepts(field))
                .isTrue();
        assertThat(catalog.find("topaz-video-upscale").orElseThrow().rules().accepts(field))
                .isFalse();
    }
}
