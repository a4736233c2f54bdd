package dev.venicesim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.wire.TraceParent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoggedRequestTest {

    private static final TraceParent CALLER =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final TraceParent SPAN = new TraceParent(CALLER.traceId(), "0123456789abcdef", true);

    private static LoggedRequest logged(Optional<TraceParent> trace, Optional<TraceParent> span) {
        return new LoggedRequest(JournalsTest.entry(1), "w", Optional.empty(), Optional.empty(), trace, span);
    }

    @Test
    void namesItsSpanAndTheCallers() {
        assertThat(logged(Optional.of(CALLER), Optional.of(SPAN)).members())
                .containsEntry("traceId", CALLER.traceId())
                .containsEntry("parentSpanId", CALLER.parentId())
                .containsEntry("spanId", SPAN.parentId());
    }

    @Test
    void namesTheTraceThatItsSpanBegan() {
        assertThat(logged(Optional.empty(), Optional.of(SPAN)).members())
                .containsEntry("traceId", SPAN.traceId())
                .containsEntry("spanId", SPAN.parentId())
                .doesNotContainKey("parentSpanId");
    }

    @Test
    void namesNoneWhereNobodyTraces() {
        assertThat(logged(Optional.empty(), Optional.empty()).members())
                .doesNotContainKeys("traceId", "spanId", "parentSpanId");
    }
}
