package dev.venicesim.tracing;

import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;
import dev.venicesim.wire.RequestTracer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Handler whose requests have spans, from when a request has come until its reply has gone or its connection is closed.
 *
 * @param handler what answers
 * @param tracer who starts the spans
 */
public record TracedHandler(Handler handler, RequestTracer tracer) implements Handler {

    /** A handler whose requests are traced, unless nobody traces. */
    public static Handler of(Handler handler, RequestTracer tracer) {
        return tracer == RequestTracer.NONE ? handler : new TracedHandler(handler, new GuardedTracer(tracer));
    }

    @Override
    public Reply handle(Request request) {
        return traced(request, handler::handle, SpanEnd::watch);
    }

    @Override
    public Reply.Now tooLarge(Request request) {
        return traced(request, handler::tooLarge, SpanEnd::see);
    }

    private <T extends Reply> T traced(Request request, Function<Request, T> answer, BiFunction<SpanEnd, T, T> watch) {
        var span = tracer.start(request);
        if (span == RequestSpan.NONE) {
            return answer.apply(request);
        }
        var end = new SpanEnd();
        request.whenAnswered(() -> span.end(end.known()));
        try {
            return watch.apply(end, answer.apply(new TracedRequest(request, span)));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            end.broke(e);
            throw e;
        }
    }
}
