package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.Report;

/** Count of the pictures that a model with elements takes, over all the fields that bring some. */
@Verified(
        on = "2026-08-21",
        source = "docs/api/validation.md#elements-of-kling, docs/api/disagreements.md#number-of-kling-elements")
final class PictureCounts {

    private PictureCounts() {}

    static void everyElementHasOne(JsonNode body, Model model, Report report) {
        var elements = body.path("elements");
        for (var i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            if (!CrossRules.given(element, "frontal_image_url") && !CrossRules.given(element, "video_url")) {
                report.add(
                        ViolationPath.of("elements").then(i).then("frontal_image_url"),
                        ViolationTexts.ELEMENT_NEEDS_PICTURE);
            }
        }
    }

    static void withinTheTotal(JsonNode body, Model model, Report report) {
        var limits = model.rules().limits().elements();
        var elements = body.path("elements").size();
        var frames = one(body, "image_url") + one(body, "end_image_url");
        var total = elements + frames + body.path("scene_image_urls").size();
        var tooManyBesideFrame =
                frames > 0 && limits.maxElementsWithFrame() > 0 && elements > limits.maxElementsWithFrame();
        if (total > limits.combinedTotal() || tooManyBesideFrame) {
            report.add(ViolationPath.of("elements"), ViolationTexts.TOO_MANY_IMAGES);
        }
    }

    static String words(Model model) {
        var limits = model.rules().limits().elements();
        return "image_url, end_image_url, elements and scene_image_urls are at most " + limits.combinedTotal()
                + " together; beside a frame at most " + limits.maxElementsWithFrame() + " elements";
    }

    private static int one(JsonNode body, String field) {
        return CrossRules.given(body, field) ? 1 : 0;
    }
}
