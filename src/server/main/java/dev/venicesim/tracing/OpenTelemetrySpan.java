package dev.venicesim.tracing;

import dev.venicesim.wire.RequestSpan;
import dev.venicesim.wire.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/**
 * Span of a request as the OpenTelemetry API has it.
 *
 * @param method with which its name begins
 */
record OpenTelemetrySpan(Span span, String method) implements RequestSpan {

    @Override
    public Optional<TraceParent> context() {
        var own = span.getSpanContext();
        return Optional.of(new TraceParent(own.getTraceId(), own.getSpanId(), own.isSampled()));
    }

    @Override
    public void describe(Description description) {
        description.route().ifPresent(route -> {
            span.updateName(method + " " + route);
            span.setAttribute("http.route", route);
        });
        description.attributes().forEach(span::setAttribute);
    }

    @Override
    public void end(End end) {
        if (end.status() != 0) {
            span.setAttribute("http.response.status_code", end.status());
        }
        end.error().ifPresent(error -> {
            span.setAttribute("error.type", error);
            span.setStatus(StatusCode.ERROR);
        });
        span.end();
    }
}
