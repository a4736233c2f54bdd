package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.TestEditions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class FaceRuleTest {

    private static List<String> under(FaceRule rule, ApiEdition edition) {
        var catalog = Catalog.of(edition);
        return Stream.concat(catalog.listed().stream(), catalog.unlisted().stream())
                .filter(model -> FaceRule.of(model) == rule)
                .map(Model::id)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EachEdition
    void fourModelsAskInEitherEdition(ApiEdition edition) {
        assertThat(under(FaceRule.ASKS, edition))
                .containsExactly(
                        "seedance-2-0-fast-image-to-video",
                        "seedance-2-0-fast-reference-to-video",
                        "seedance-2-0-image-to-video",
                        "seedance-2-0-reference-to-video");
    }

    @Test
    void theFourAreListedInTheEarlierEditionOnly() {
        for (var id : under(FaceRule.ASKS, TestEditions.JUNE)) {
            assertThat(Catalog.of(TestEditions.JUNE).find(id).map(Model::listed))
                    .as(id)
                    .contains(true);
            assertThat(Catalog.of(TestEditions.AUGUST).find(id).map(Model::listed))
                    .as(id)
                    .contains(false);
        }
    }

    @Test
    void basicModelsLeaveFacesToTheProvider() {
        assertThat(under(FaceRule.PROVIDER_REFUSES, TestEditions.JUNE)).isEmpty();
        assertThat(under(FaceRule.PROVIDER_REFUSES, TestEditions.AUGUST))
                .hasSize(14)
                .allMatch(id -> id.startsWith("seedance-") && id.endsWith("-basic"));
    }
}
