package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.Report;
import java.math.BigDecimal;

/** Rule about the points of a camera's way: time only goes on, and the camera does not turn for ever. */
@Verified(on = "2026-10-02", source = "docs/api/edition-2026-10-02.md#camera-trajectories")
final class CameraTrajectory {

    private static final String FIELD = "camera_trajectory";
    private static final BigDecimal MOST_DEGREES = BigDecimal.valueOf(32 * 360);

    private CameraTrajectory() {}

    static void check(JsonNode body, Model model, Report report) {
        var points = body.path(FIELD);
        var travel = BigDecimal.ZERO;
        for (var i = 1; i < points.size(); i++) {
            var before = points.get(i - 1);
            var here = points.get(i);
            if (number(here, "time").compareTo(number(before, "time")) <= 0) {
                report.add(ViolationPath.of(FIELD).then(i).then("time"), ViolationTexts.TIME_NOT_GROWING);
            }
            travel = travel.add(
                    number(here, "azimuth").subtract(number(before, "azimuth")).abs());
        }
        if (travel.compareTo(MOST_DEGREES) > 0) {
            report.add(ViolationPath.of(FIELD), ViolationTexts.TOO_MANY_TURNS);
        }
    }

    private static BigDecimal number(JsonNode point, String name) {
        return point.path(name).decimalValue();
    }
}
