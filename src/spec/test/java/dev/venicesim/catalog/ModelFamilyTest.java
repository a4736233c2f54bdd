package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "wan-2.6-text-to-video, wan",
        "veo3-fast-text-to-video, veo",
        "grok-imagine-text-to-video-private, grok",
        "3d-something, 3d-something",
    })
    void isTheWordThatAnIdBeginsWith(String id, String family) {
        assertThat(ModelFamily.of(id)).isEqualTo(family);
    }

    @Test
    void groupsTheModelsOfEveryEdition() {
        assertThat(ApiEdition.all()).allSatisfy(edition -> {
            var models = Catalog.of(edition).listed();
            var families = models.stream()
                    .map(model -> ModelFamily.of(model.id()))
                    .distinct()
                    .toList();
            assertThat(families).hasSizeBetween(2, models.size() / 2).allMatch(family -> family.matches("[a-z]+"));
        });
    }
}
