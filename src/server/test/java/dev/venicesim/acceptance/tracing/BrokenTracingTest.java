package dev.venicesim.acceptance.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.tracing.CaughtSpans;
import dev.venicesim.tracing.OpenTelemetryTracer;
import dev.venicesim.wire.RequestSpan;
import dev.venicesim.wire.RequestTracer;
import dev.venicesim.wire.TraceParent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tracing that fails, or that wants nothing, changes no reply. */
class BrokenTracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    /** A span that fails where it is told to. */
    private record Broken(String where) implements RequestSpan {

        @Override
        public Optional<TraceParent> context() {
            failIf("context");
            return Optional.of(new TraceParent(TRACE, "0123456789abcdef", true));
        }

        @Override
        public void describe(Description description) {
            failIf("describe");
        }

        @Override
        public void end(End known) {
            failIf("end");
        }

        private void failIf(String here) {
            if (where.equals(here)) {
                throw new IllegalStateException("the exporter's queue is closed");
            }
        }
    }

    private static Stream<Named<RequestTracer>> broken() {
        return Stream.of(
                Named.of("start", request -> {
                    throw new NoSuchMethodError("getOrNoop");
                }),
                Named.of("context", request -> new Broken("context")),
                Named.of("describe", request -> new Broken("describe")),
                Named.of("end", request -> new Broken("end")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whateverFailsInItTheReplyIsTheSame(RequestTracer tracer) {
        try (var sim = Sim.start(config -> config.tracer(tracer))) {
            for (var turn = 0; turn < 2; turn++) {
                var answer = sim.api("k").with("traceparent", TRACEPARENT).post("/video/queue", Requests.WAN);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("traceresponse")).startsWith("00-" + TRACE);
            }
            assertThat(sim.control().get("/worlds/k/requests").json().path("requests"))
                    .hasSize(2);
        }
    }

    @Test
    void anApiWithoutAnSdkLeavesTheRaysToTheSimulator() {
        var tracer = OpenTelemetryTracer.of(
                OpenTelemetry.propagating(io.opentelemetry.context.propagation.ContextPropagators.noop()));
        try (var sim = Sim.start(config -> config.tracer(tracer))) {
            var answer = sim.api("k").with("traceparent", TRACEPARENT).post("/video/quote", Requests.WAN);
            var ray = answer.header("CF-RAY").replace("-SIM", "");
            assertThat(ray).isNotEqualTo("00f067aa0ba902b7");
            assertThat(answer.header("traceresponse")).isEqualTo("00-" + TRACE + "-" + ray + "-01");
        }
    }

    @Test
    void aSpanThatTheSamplerDropsStillSaysSoInTheReply() {
        var spans = new CaughtSpans();
        var tracer = OpenTelemetryTracer.of(spans.sdk(Sampler.alwaysOff()));
        try (var sim = Sim.start(config -> config.tracer(tracer))) {
            var answer = sim.api("k").with("traceparent", TRACEPARENT).post("/video/quote", Requests.WAN);
            var ray = answer.header("CF-RAY").replace("-SIM", "");
            assertThat(answer.header("traceresponse")).isEqualTo("00-" + TRACE + "-" + ray + "-00");
        }
        assertThat(spans.isEmpty()).isTrue();
    }
}
