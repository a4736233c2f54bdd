package dev.venicesim.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.api.LimitClass;
import dev.venicesim.catalog.QuirkSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedLimitsTest {

    private final LimitSettings settings = LimitSettings.of(QuirkSettings.defaults());

    @Test
    void publishesWhatLimits() {
        var changed = settings.withPerMinute(LimitClass.QUEUE, 7);

        assertThat(PublishedLimits.json(changed, List.of("wan-2.6-text-to-video"))
                        .toString())
                .isEqualTo(
                        "[{\"apiModelId\":\"wan-2.6-text-to-video\",\"rateLimits\":[{\"amount\":7,\"type\":\"RPM\"}]},"
                                + "{\"rateLimits\":[{\"amount\":120,\"type\":\"RPM\"}]}]");
    }

    @Test
    void publishesNoNumberWhereNothingLimits() {
        var none = "[{\"apiModelId\":\"m\",\"rateLimits\":[]},{\"rateLimits\":[]}]";

        assertThat(PublishedLimits.json(settings.switched(false), List.of("m")).toString())
                .isEqualTo(none);
    }
}
