package dev.venicesim.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.HandClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestPacingTest {

    private final HandClock clock = new HandClock();
    private final RequestPacing pacing = new RequestPacing(clock, clock.pause(), 20);

    @Test
    void eighteenFailuresComeAtOnceAndTheNextHalfAMinuteLater() throws InterruptedException {
        fail(18, Map.of());
        assertThat(clock.waits()).isEmpty();
        fail(18, Map.of());
        assertThat(clock.waits()).containsExactly(Duration.ofMillis(30_500));
    }

    @Test
    void whereRepliesTellHowManyMoreAreBorneSoManyCome() throws InterruptedException {
        for (var more = 49; more > 2; more--) {
            fail(1, Map.of("x-ratelimit-remaining", Integer.toString(more)));
        }
        assertThat(clock.waits()).isEmpty();
        fail(1, Map.of("x-ratelimit-remaining", "2"));
        fail(1, Map.of());
        assertThat(clock.waits()).hasSize(1);
    }

    private void fail(int times, Map<String, String> headers) throws InterruptedException {
        for (var time = 0; time < times; time++) {
            pacing.asked(() -> reply(400, headers));
        }
    }

    private static TargetReply reply(int status, Map<String, String> headers) {
        return new TargetReply(status, headers, new byte[0]);
    }
}
