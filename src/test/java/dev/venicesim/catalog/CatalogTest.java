package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogTest {

    private static final Catalog JUNE = Catalog.of(Edition.E2026_06_17);
    private static final Catalog AUGUST = Catalog.of(Edition.E2026_08_21);

    @ParameterizedTest
    @CsvSource({"E2026_06_17, 99, 0", "E2026_08_21, 116, 8"})
    void holdsTheModelsOfEachEdition(Edition edition, int listed, int unlisted) {
        assertThat(Catalog.of(edition).listed()).hasSize(listed);
        assertThat(Catalog.of(edition).unlisted()).hasSize(unlisted);
    }

    @Test
    void takesSeedanceWithoutBasicUnlistedAndUnderJunesRules() {
        var august = AUGUST.find("seedance-2-0-reference-to-video").orElseThrow();
        var june = JUNE.find("seedance-2-0-reference-to-video").orElseThrow();
        assertThat(august.listed()).isFalse();
        assertThat(august.rules()).isEqualTo(june.rules());
        assertThat(august.rules().has(Trait.CONSENT)).isTrue();
        assertThat(AUGUST.find("seedance-2-0-reference-to-video-basic")
                        .orElseThrow()
                        .rules()
                        .has(Trait.CONSENT))
                .isFalse();
    }

    @Test
    void findsIdsOnlyAsTheyAreWritten() {
        assertThat(JUNE.find("wan-2.6-text-to-video")).isPresent();
        assertThat(JUNE.find("WAN-2.6-text-to-video")).isEmpty();
        assertThat(JUNE.find("wan-2-6-text-to-video")).isEmpty();
    }

    @Test
    void asksForConsentOnlyOnTheFourModelsOfTheGuide() {
        assertThat(JUNE.listed().stream()
                        .filter(model -> model.rules().has(Trait.CONSENT))
                        .map(Model::id))
                .containsExactlyInAnyOrder(
                        "seedance-2-0-image-to-video",
                        "seedance-2-0-reference-to-video",
                        "seedance-2-0-fast-image-to-video",
                        "seedance-2-0-fast-reference-to-video");
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void concludesFromIdAndTypeTheKindEachBlockStates(Edition edition) {
        var book = RuleBook.load();
        for (var model : Catalog.of(edition).listed()) {
            assertThat(book.kindOf(model.id(), model.constraints().modelType()))
                    .as(model.id())
                    .contains(model.rules().kind());
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void namesOnlyRulesAndConstraintsInItsProvenance(Edition edition) {
        for (var model : Catalog.of(edition).listed()) {
            for (var name : model.provenance().keySet()) {
                var field = name.substring(name.indexOf('.') + 1);
                var isRule = name.matches("(accepts|requires|default|maxItems|sourceMatched)\\..*")
                        && Input.find(field).isPresent();
                var isTrait = name.startsWith("trait.") && Trait.find(field).isPresent();
                var isOther = name.startsWith("limits.")
                        || Set.of("anyOf", "audioNeeds", "durationMode").contains(name);
                var isConstraint = name.matches("[a-z_]+");
                assertThat(isRule || isTrait || isOther || isConstraint)
                        .as(model.id() + " " + name)
                        .isTrue();
            }
        }
    }

    @Test
    void saysWhatIsInferredAndFromWhere() {
        var model = JUNE.find("kling-v3-4k-reference-to-video").orElseThrow();
        assertThat(model.provenanceOf("requires.image_url"))
                .isEqualTo(new Provenance(true, "S2 (kling-v3-4k R2V requires image_url)"));
        assertThat(model.provenanceOf("accepts.audio").inferred()).isFalse();
    }

    @Test
    void givesTheKlingReferenceModelsTheirRulesOfElements() {
        var rules = JUNE.find("kling-o3-pro-reference-to-video").orElseThrow().rules();
        assertThat(rules.anyOf()).containsExactlyInAnyOrder(Input.IMAGE_URL, Input.ELEMENTS, Input.SCENE_IMAGE_URLS);
        assertThat(rules.maxItems(Input.ELEMENTS)).isEqualTo(4);
        assertThat(rules.limits().elements()).isEqualTo(new ElementLimits(3, 3, 7));
        assertThat(rules.defaultOf(Input.DURATION)).contains("5s");
    }

    @Test
    void wantsSomethingToSeeBesideSoundReferences() {
        var rules = AUGUST.find("minimax-h3-enhanced-reference-to-video")
                .orElseThrow()
                .rules();
        assertThat(rules.audioNeeds()).containsExactly(Input.REFERENCE_IMAGE_URLS);
        assertThat(rules.maxItems(Input.REFERENCE_VIDEO_URLS)).isZero();
    }

    @Test
    void refusesOfAnUpscalerWhatOthersRequire() {
        var model = JUNE.find("topaz-video-upscale").orElseThrow();
        assertThat(model.rules().required()).containsExactly(Input.VIDEO_URL);
        assertThat(model.rules().accepted())
                .containsExactlyInAnyOrder(Input.DURATION, Input.UPSCALE_FACTOR, Input.VIDEO_URL);
        assertThat(model.rules().durationMode()).isEqualTo(DurationMode.IGNORED);
        assertThat(model.options(Input.UPSCALE_FACTOR)).containsExactly("1", "2", "4");
        assertThat(model.options(Input.RESOLUTION)).isEmpty();
    }

    @Test
    void addsSourceMatchedLiteralsToTheOptionsOnce() {
        var model = AUGUST.find("seedance-2-5-reference-to-video-basic").orElseThrow();
        assertThat(model.options(Input.DURATION))
                .startsWith("4s", "5s")
                .endsWith("30s", "-1", "auto")
                .hasSize(29);
        assertThat(model.options(Input.ASPECT_RATIO))
                .isEqualTo(List.of("21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "adaptive", "auto"));
        assertThat(model.options(Input.BITRATE_MODE)).isEmpty();
    }
}
