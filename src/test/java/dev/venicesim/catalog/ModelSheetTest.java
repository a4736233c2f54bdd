package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ModelSheetTest {

    @Test
    void showsRulesOptionsLimitsAndWhereTheyComeFrom() {
        var sheet = sheet(Edition.E2026_08_21, "seedance-2-5-reference-to-video-basic");
        assertThat(sheet.path("kind").textValue()).isEqualTo("reference-to-video");
        assertThat(sheet.path("maxItems").path("reference_image_urls").intValue())
                .isEqualTo(30);
        assertThat(sheet.path("options").path("duration")).hasSize(29);
        assertThat(sheet.path("limits").path("images").path("maxBytes").longValue())
                .isEqualTo(31_457_280);
        assertThat(sheet.path("limits")
                        .path("referenceVideos")
                        .path("totalSeconds")
                        .intValue())
                .isEqualTo(30);
        assertThat(sheet.path("provenance")
                        .path("accepts.bitrate_mode")
                        .path("source")
                        .textValue())
                .contains("seedance-2-0");
    }

    @Test
    void leavesOutWhatAModelDoesNotHave() {
        var sheet = sheet(Edition.E2026_06_17, "kling-2.5-turbo-pro-text-to-video");
        assertThat(sheet.has("limits")).isFalse();
        assertThat(sheet.has("traits")).isFalse();
        assertThat(sheet.has("anyOf")).isFalse();
    }

    private static ObjectNode sheet(Edition edition, String id) {
        return ModelSheet.write(Catalog.of(edition).find(id).orElseThrow());
    }
}
