package dev.venicesim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.wire.Reply;
import dev.venicesim.world.IdGenerator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void goesTheWholeWayOfAQuoteAndAJobAndLeavesNoTrace() {
        var drawn = new AtomicInteger();
        var ids = new IdGenerator(() -> {
            drawn.incrementAndGet();
            return Optional.empty();
        });
        var assembly = new Assembly(SimulatorConfig.builder().ids(ids).build(), true);
        try {
            assertThat(assembly.warmUp().answers())
                    .extracting(reply -> ((Reply.Now) reply).status())
                    .containsExactly(200, 200, 404);

            assertThat(drawn)
                    .as("queue ids that a run which is played again would miss")
                    .hasValue(0);
            assertThat(assembly.costs().inWords()).contains("0.00 USD");
            assertThat(assembly.findings().all()).isEmpty();
        } finally {
            assembly.close();
        }
    }
}
