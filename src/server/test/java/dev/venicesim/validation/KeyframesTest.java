package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No listed model takes keyframes, so the rule is asked directly. */
class KeyframesTest {

    @Test
    void mayLieOnTheLastFrameAndNotPastIt() {
        assertThat(complaints("5s", 0, 120)).isEmpty();
        assertThat(complaints("5s", 0, 121))
                .containsExactly("keyframes[1].frame_index: frame_index must be at most 120");
    }

    @Test
    void mayNotShareAFrame() {
        assertThat(complaints("5s", 7, 7)).containsExactly("keyframes[1].frame_index: frame_index must be unique");
    }

    @Test
    void haveNoLastFrameWhereTheSourceDecides() {
        assertThat(complaints("auto", 0, 100_000)).isEmpty();
    }

    private static List<String> complaints(String duration, int... frames) {
        var body = Answers.json("{}").put("duration", duration);
        var keyframes = body.putArray("keyframes");
        for (var frame : frames) {
            keyframes.addObject().put("frame_index", frame);
        }
        var found = new ArrayList<String>();
        var model = Answers.anyModel(TestEditions.AUGUST, any -> true);
        Keyframes.check(body, model, (path, message) -> found.add(path + ": " + message));
        return found;
    }
}
