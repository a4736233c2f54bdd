package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceRuleTest {

    private static List<String> under(FaceRule rule, Edition edition) {
        var catalog = Catalog.of(edition);
        return Stream.concat(catalog.listed().stream(), catalog.unlisted().stream())
                .filter(model -> FaceRule.of(model) == rule)
                .map(Model::id)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void fourModelsAskInEitherEdition(Edition edition) {
        assertThat(under(FaceRule.ASKS, edition))
                .containsExactly(
                        "seedance-2-0-fast-image-to-video",
                        "seedance-2-0-fast-reference-to-video",
                        "seedance-2-0-image-to-video",
                        "seedance-2-0-reference-to-video");
    }

    @Test
    void theFourAreListedInTheEarlierEditionOnly() {
        for (var id : under(FaceRule.ASKS, Edition.E2026_06_17)) {
            assertThat(Catalog.of(Edition.E2026_06_17).find(id).map(Model::listed))
                    .as(id)
                    .contains(true);
            assertThat(Catalog.of(Edition.E2026_08_21).find(id).map(Model::listed))
                    .as(id)
                    .contains(false);
        }
    }

    @Test
    void basicModelsLeaveFacesToTheProvider() {
        assertThat(under(FaceRule.PROVIDER_REFUSES, Edition.E2026_06_17)).isEmpty();
        assertThat(under(FaceRule.PROVIDER_REFUSES, Edition.E2026_08_21))
                .hasSize(14)
                .allMatch(id -> id.startsWith("seedance-") && id.endsWith("-basic"));
    }
}
