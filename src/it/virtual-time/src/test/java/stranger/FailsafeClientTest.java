package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A client that polls by Failsafe, on whatever scheduler it is given. */
@VeniceSimulatorTest(jobTime = "600s")
class FailsafeClientTest {

    private static final RetryPolicy<Optional<byte[]>> POLLING = RetryPolicy.<Optional<byte[]>>builder()
            .handleResultIf(Optional::isEmpty)
            .withDelay(Duration.ofSeconds(5))
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofHours(1))
            .build();

    @Test
    void pollsOnTheSchedulerOfTheWorld(VeniceWorld world) throws Exception {
        var api = new VideoApi(world.baseUrl(), world.apiKey());
        var scheduler = world.clock().scheduler();
        var began = world.clock().now();
        var ticket = api.queue("a gondola");
        var video = Failsafe.with(POLLING).with(scheduler).getAsync(() -> api.video(ticket));
        assertThat(video.get().orElseThrow()).isPlayableMp4();
        assertThat(Duration.between(began, world.clock().now())).isEqualTo(Duration.ofMinutes(10));
        assertThat(world).wasAsked("/video/retrieve", 121).hasCharged("0.55").hasNoFindings();
    }
}
