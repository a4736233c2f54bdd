package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.Verdict;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * For every model of an edition, what its data say must be taken is taken, and each step out of range is refused where
 * it was made.
 */
class EveryModelTest {

    private static final QuirkSettings QUIRKS = QuirkSettings.defaults();

    @ParameterizedTest
    @EachEdition
    void takesTheSmallestRequestOfEveryModel(ApiEdition edition) {
        for (var model : Catalog.of(edition).listed()) {
            assertAccepted(edition, model, new RequestMaker(model).minimal());
        }
    }

    @ParameterizedTest
    @EachEdition
    void takesTheLargestRequestOfEveryModel(ApiEdition edition) {
        for (var model : Catalog.of(edition).listed()) {
            assertAccepted(edition, model, new RequestMaker(model).maximal());
        }
    }

    @ParameterizedTest
    @EachEdition
    void refusesEverySingleStepOutOfRangeWhereItWasMade(ApiEdition edition) {
        var validator = Validator.of(Catalog.of(edition));
        var schema = EditionFiles.schema(edition, "queue-request").path("properties");
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var model : Catalog.of(edition).listed()) {
            for (var mutation : new RequestMaker(model).mutations()) {
                if (!schema.has(mutation.path())) {
                    continue;
                }
                tried++;
                var verdict = validator.queue(mutation.body(), QUIRKS);
                if (!refusedAt(verdict, mutation.path())) {
                    wrong.add(model + ", " + mutation + ": " + verdict);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(1500);
    }

    @ParameterizedTest
    @EachEdition
    void saysTheRulesOfEveryModelInWordsWithTheirSources(ApiEdition edition) {
        var validator = Validator.of(Catalog.of(edition));
        for (var model : Catalog.of(edition).listed()) {
            assertThat(validator.describe(model))
                    .hasSizeGreaterThan(8)
                    .allMatch(line -> line.matches(".+ · .+ \\(.+, 20\\d\\d-\\d\\d-\\d\\d\\)"));
        }
    }

    private static boolean refusedAt(Verdict<QueueRequest> verdict, String field) {
        return verdict.fold(accepted -> false, refusal -> {
            for (JsonNode issue : refusal.error().body().path("issues")) {
                if (issue.path("path").path(0).asText().equals(field)) {
                    return refusal.error().status() == 400;
                }
            }
            return false;
        });
    }

    private static void assertAccepted(ApiEdition edition, Model model, JsonNode body) {
        var verdict = Validator.of(Catalog.of(edition)).queue(body, QUIRKS);
        assertThat(verdict).as("%s takes %.400s", model, body).isInstanceOf(Verdict.Accepted.class);
    }
}
