package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.Report;
import java.util.HashSet;

/** Rules about where keyframes may lie in a clip. */
@Verified(on = "2026-08-21", source = "docs/api/queue.md#keyframes, docs/api/disagreements.md#keyframe-models")
final class Keyframes {

    private static final int FRAMES_PER_SECOND = 24;

    private Keyframes() {}

    static void check(JsonNode body, Model model, Report report) {
        var last = lastFrame(body.path("duration").asText());
        var seen = new HashSet<Long>();
        var frames = body.path("keyframes");
        for (var i = 0; i < frames.size(); i++) {
            var index = frames.get(i).path("frame_index").asLong();
            var path = ViolationPath.of("keyframes").then(i).then("frame_index");
            if (!seen.add(index)) {
                report.add(path, ViolationTexts.FRAME_TWICE);
            }
            if (index > last) {
                report.add(path, ViolationTexts.frameTooLate(last));
            }
        }
    }

    private static long lastFrame(String duration) {
        return duration.matches("\\d{1,3}s")
                ? Long.parseLong(duration.substring(0, duration.length() - 1)) * FRAMES_PER_SECOND
                : Long.MAX_VALUE;
    }
}
