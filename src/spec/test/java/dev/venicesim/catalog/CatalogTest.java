package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.price.ClipUsage;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {

    private static final Catalog JUNE = Catalog.of(TestEditions.JUNE);
    private static final Catalog AUGUST = Catalog.of(TestEditions.AUGUST);

    /** June's price of a removed model may be printed as an approximate one. */
    private static final Usd A_CENT = Usd.ofCents(1);

    @ParameterizedTest
    @CsvSource({"2026-06-17, 99, 0", "2026-08-21, 116, 8", "2026-10-02, 132, 8"})
    void holdsTheModelsOfEachEdition(ApiEdition edition, int listed, int unlisted) {
        assertThat(Catalog.of(edition).listed()).hasSize(listed);
        assertThat(Catalog.of(edition).unlisted()).hasSize(unlisted);
    }

    @Test
    void takesSeedanceWithoutBasicUnlistedAndUnderJunesRules() {
        var august = AUGUST.find("seedance-2-0-reference-to-video").orElseThrow();
        var june = JUNE.find("seedance-2-0-reference-to-video").orElseThrow();
        assertThat(august.listed()).isFalse();
        assertThat(august.rules()).isEqualTo(june.rules());
        assertThat(august.rules().has(ModelTrait.CONSENT)).isTrue();
        assertThat(AUGUST.find("seedance-2-0-reference-to-video-basic")
                        .orElseThrow()
                        .rules()
                        .has(ModelTrait.CONSENT))
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
                        .filter(model -> model.rules().has(ModelTrait.CONSENT))
                        .map(Model::id))
                .containsExactlyInAnyOrder(
                        "seedance-2-0-image-to-video",
                        "seedance-2-0-reference-to-video",
                        "seedance-2-0-fast-image-to-video",
                        "seedance-2-0-fast-reference-to-video");
    }

    @ParameterizedTest
    @EachEdition
    void concludesFromIdAndTypeTheKindEachBlockStates(ApiEdition edition) {
        var book = RuleBook.of(edition);
        for (var model : Catalog.of(edition).listed()) {
            assertThat(book.kindOf(model.id(), model.constraints()))
                    .as(model.id())
                    .contains(model.rules().kind());
        }
    }

    @ParameterizedTest
    @EachEdition
    void namesOnlyRulesAndConstraintsInItsProvenance(ApiEdition edition) {
        for (var model : Catalog.of(edition).listed()) {
            for (var name : model.provenance().keySet()) {
                var field = name.substring(name.indexOf('.') + 1);
                var isRule = name.matches("(accepts|requires|optional|default|maxItems|counts|sourceMatched)\\..*")
                        && RequestField.find(field).isPresent();
                var isTrait =
                        name.startsWith("trait.") && ModelTrait.find(field).isPresent();
                var isOther = name.startsWith("limits.")
                        || Set.of("anyOf", "audioNeeds", "quoteNeeds", "durationMode")
                                .contains(name);
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
        assertThat(rules.anyOf())
                .containsExactlyInAnyOrder(
                        RequestField.IMAGE_URL, RequestField.ELEMENTS, RequestField.SCENE_IMAGE_URLS);
        assertThat(rules.maxItems(RequestField.ELEMENTS)).isEqualTo(4);
        assertThat(rules.limits().elements()).isEqualTo(new ElementLimits(3, 3, 7));
        assertThat(rules.defaultOf(RequestField.DURATION)).contains("5s");
    }

    @Test
    void knowsEveryModelOfTheOlderEditionsThatIsGone() {
        var october = Catalog.of(ApiEdition.of("2026-10-02"));
        assertThat(Stream.of(JUNE, AUGUST).flatMap(older -> older.listed().stream()))
                .extracting(Model::id)
                .allMatch(id -> october.named(id).isPresent() || october.isRemoved(id));
    }

    @Test
    void givesARemovedModelsRequestsToOneOfItsKindThatHasAResolutionAndARatioInCommonAndIsNotDearer() {
        var october = Catalog.of(ApiEdition.of("2026-10-02"));
        var after = PriceBook.of(october);
        assertThat(october.removed()).hasSize(22);
        var replaced = october.removed().stream()
                .filter(id -> october.replacing(id).isPresent())
                .toList();
        assertThat(october.removed())
                .filteredOn(id -> !replaced.contains(id))
                .containsExactlyInAnyOrder(
                        "ltx-2-fast-text-to-video",
                        "ltx-2-fast-image-to-video",
                        "ltx-2-full-text-to-video",
                        "ltx-2-full-image-to-video");
        assertThat(replaced).allSatisfy(id -> {
            var last = AUGUST.find(id).isPresent() ? AUGUST : JUNE;
            var gone = last.find(id).orElseThrow();
            var before = PriceBook.of(last);
            var instead = october.replacing(id).orElseThrow();
            assertThat(instead.rules().kind()).isEqualTo(gone.rules().kind());
            var resolution = common(gone, instead, RequestField.RESOLUTION);
            common(gone, instead, RequestField.ASPECT_RATIO);
            assertThat(after.find(instead, resolution).cents(eightSeconds()))
                    .as("%s for %s", instead, id)
                    .isLessThanOrEqualTo(
                            before.find(gone, resolution).cents(eightSeconds()).plus(A_CENT));
        });
    }

    /** An option of both, or none where one of them has no such list. */
    private static String common(Model one, Model other, RequestField field) {
        var options = new ArrayList<>(one.options(field));
        options.retainAll(other.options(field));
        var free = one.options(field).isEmpty() || other.options(field).isEmpty();
        assertThat(free || !options.isEmpty())
                .as("%s of %s and %s", field, one, other)
                .isTrue();
        return options.isEmpty() ? "" : options.get(0);
    }

    private static ClipUsage eightSeconds() {
        return new ClipUsage(
                BigDecimal.valueOf(8), BigDecimal.ZERO, 1, true, "16:9", Integer.MAX_VALUE, BigDecimal.ZERO);
    }

    @Test
    void wantsSomethingToSeeBesideSoundReferences() {
        var rules = AUGUST.find("minimax-h3-enhanced-reference-to-video")
                .orElseThrow()
                .rules();
        assertThat(rules.audioNeeds()).containsExactly(RequestField.REFERENCE_IMAGE_URLS);
        assertThat(rules.maxItems(RequestField.REFERENCE_VIDEO_URLS)).isZero();
    }

    @Test
    void refusesOfAnUpscalerWhatOthersRequire() {
        var model = JUNE.find("topaz-video-upscale").orElseThrow();
        assertThat(model.rules().required()).containsExactly(RequestField.VIDEO_URL);
        assertThat(model.rules().accepted())
                .containsExactlyInAnyOrder(RequestField.DURATION, RequestField.UPSCALE_FACTOR, RequestField.VIDEO_URL);
        assertThat(model.rules().durationMode()).isEqualTo(DurationMode.IGNORED);
        assertThat(model.options(RequestField.UPSCALE_FACTOR)).containsExactly("1", "2", "4");
        assertThat(model.options(RequestField.RESOLUTION)).isEmpty();
    }

    @Test
    void addsSourceMatchedLiteralsToTheOptionsOnce() {
        var model = AUGUST.find("seedance-2-5-reference-to-video-basic").orElseThrow();
        assertThat(model.options(RequestField.DURATION))
                .startsWith("4s", "5s")
                .endsWith("30s", "-1", "auto")
                .hasSize(29);
        assertThat(model.options(RequestField.ASPECT_RATIO))
                .isEqualTo(List.of("21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "adaptive", "auto"));
        assertThat(model.options(RequestField.BITRATE_MODE)).isEmpty();
    }
}
