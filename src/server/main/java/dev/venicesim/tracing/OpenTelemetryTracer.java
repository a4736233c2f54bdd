package dev.venicesim.tracing;

import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;
import dev.venicesim.wire.RequestTracer;
import dev.venicesim.wire.TraceParent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracer that makes spans by the OpenTelemetry API. With {@link OpenTelemetrySpan} it is all that names that API, which
 * only has to be there where one of them is used.
 */
public final class OpenTelemetryTracer implements RequestTracer {

    private static final String SCOPE = "dev.venicesim";

    /** The methods that the semantic conventions know; any other would make a name and an attribute of its own. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY");

    private final Supplier<OpenTelemetry> source;

    private OpenTelemetryTracer(Supplier<OpenTelemetry> source) {
        this.source = source;
    }

    /** A tracer whose spans go where this says. */
    public static RequestTracer of(OpenTelemetry openTelemetry) {
        return new OpenTelemetryTracer(() -> openTelemetry);
    }

    /** A tracer whose spans go where the JVM's global one says, from when there is one. */
    static RequestTracer global() {
        var autoConfigured = isAutoConfigured();
        return new OpenTelemetryTracer(
                () -> autoConfigured ? GlobalOpenTelemetry.get() : GlobalOpenTelemetry.getOrNoop());
    }

    /**
     * Whether the user wants the global one to be made when it is first asked for. Else nobody may ask for it before it
     * is set: that would make it one that does nothing, for good.
     */
    private static boolean isAutoConfigured() {
        var property = System.getProperty("otel.java.global-autoconfigure.enabled");
        return Boolean.parseBoolean(
                property != null ? property : System.getenv("OTEL_JAVA_GLOBAL_AUTOCONFIGURE_ENABLED"));
    }

    @Override
    public RequestSpan start(Request request) {
        var openTelemetry = source.get();
        if (openTelemetry == OpenTelemetry.noop()) {
            return RequestSpan.NONE;
        }
        var method = request.method();
        var known = METHODS.contains(method);
        var name = known ? method : "HTTP";
        var parent = parent(request);
        var parentId = Span.fromContext(parent).getSpanContext();
        var builder = openTelemetry
                .getTracer(SCOPE)
                .spanBuilder(name)
                .setParent(parent)
                // inside a span of this JVM, such as an agent's, it is no second entrance
                .setSpanKind(parentId.isValid() && !parentId.isRemote() ? SpanKind.INTERNAL : SpanKind.SERVER)
                .setAttribute("http.request.method", known ? method : "_OTHER")
                .setAttribute("url.scheme", request.origin().split(":", 2)[0]);
        if (!known) {
            builder.setAttribute("http.request.method_original", method);
        }
        var span = builder.startSpan();
        // one that does nothing has its parent's ids or none
        var own = span.getSpanContext();
        return own.isValid() && !own.getSpanId().equals(parentId.getSpanId())
                ? new OpenTelemetrySpan(span, name)
                : RequestSpan.NONE;
    }

    /** The span of an agent that is around the server already, or else its client's as the request names it. */
    private static Context parent(Request request) {
        var current = Context.current();
        return Span.fromContext(current).getSpanContext().isValid()
                        || TraceParent.of(request).isEmpty()
                ? current
                : W3CTraceContextPropagator.getInstance().extract(current, request, new Headers());
    }

    /** Headers of a request as propagators read them. */
    private static final class Headers implements TextMapGetter<Request> {

        @Override
        public Iterable<String> keys(Request request) {
            return List.copyOf(request.headers().keySet());
        }

        @Override
        public @Nullable String get(@Nullable Request request, String name) {
            return request == null ? null : request.header(name).orElse(null);
        }
    }
}
