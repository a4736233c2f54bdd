package dev.venicesim.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.HandClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestPacingTest {

    private static final TargetRequest KEYED = TargetRequest.get("/models").withKey();
    private static final TargetRequest SIGNED =
            TargetRequest.get("/x402/balance/0x1").with("SIGN-IN-WITH-X", "e30=");

    private final HandClock clock = new HandClock();
    private final RequestPacing pacing = new RequestPacing(clock, clock.pause(), 20, 2);

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

    @Test
    void anOfferToNobodyAndWhatAWalletIsRefusedCountNothing() throws InterruptedException {
        for (var time = 0; time < 40; time++) {
            pacing.asked(TargetRequest.get("/x402/top-up"), () -> reply(402, Map.of()));
            pacing.asked(SIGNED, () -> reply(403, Map.of("x-ratelimit-remaining", "1")));
        }
        assertThat(clock.waits()).isEmpty();
    }

    @Test
    void whatIsLeftToAWalletSaysNothingOfTheKeyBesideIt() throws InterruptedException {
        pacing.asked(SIGNED, () -> reply(200, Map.of("x-ratelimit-remaining", "50")));
        fail(19, Map.of());
        assertThat(clock.waits()).hasSize(1);
    }

    private void fail(int times, Map<String, String> headers) throws InterruptedException {
        for (var time = 0; time < times; time++) {
            pacing.asked(KEYED, () -> reply(400, headers));
        }
    }

    private static TargetReply reply(int status, Map<String, String> headers) {
        return new TargetReply(status, headers, new byte[0]);
    }
}
