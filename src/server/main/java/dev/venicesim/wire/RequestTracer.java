package dev.venicesim.wire;

/** Tracer of requests, for whoever wants a span of each. */
public interface RequestTracer {

    /** Nobody traces. */
    RequestTracer NONE = request -> RequestSpan.NONE;

    /** Starts the span of a request that has just come; {@link RequestSpan#NONE} if nobody wants it. */
    RequestSpan start(Request request);
}
