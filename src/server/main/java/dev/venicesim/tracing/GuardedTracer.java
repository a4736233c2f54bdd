package dev.venicesim.tracing;

import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;
import dev.venicesim.wire.RequestTracer;
import dev.venicesim.wire.TraceParent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Guard around a tracer: whatever fails in it is told once, in the log, and costs a span and no reply. */
final class GuardedTracer implements RequestTracer {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedTracer.class);

    private final RequestTracer tracer;
    private final AtomicBoolean told = new AtomicBoolean();

    GuardedTracer(RequestTracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public RequestSpan start(Request request) {
        var span = guarded(() -> tracer.start(request), RequestSpan.NONE);
        return span == RequestSpan.NONE ? span : guarded(() -> started(span), RequestSpan.NONE);
    }

    /** Asked for once, so that a reply and the log cannot say different things. */
    private RequestSpan started(RequestSpan span) {
        return new Guarded(span, span.context());
    }

    private <T> T guarded(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            tell(e);
            return otherwise;
        }
    }

    private void tell(Throwable failure) {
        if (told.getAndSet(true)) {
            LOG.debug("a span was lost", failure);
        } else if (failure instanceof NoSuchMethodError) {
            LOG.warn(
                    "spans are lost: opentelemetry-api on the class path is too old, {}; take a newer one, or give"
                            + " yours by SimulatorConfig.builder().tracer(OpenTelemetryTracer.of(...))",
                    failure.getMessage());
        } else {
            LOG.warn("a span was lost, and so may be others, of which no more is said", failure);
        }
    }

    /** Span that fails for nobody but itself. */
    private final class Guarded implements RequestSpan {

        private final RequestSpan span;
        private final Optional<TraceParent> context;

        Guarded(RequestSpan span, Optional<TraceParent> context) {
            this.span = span;
            this.context = context;
        }

        @Override
        public Optional<TraceParent> context() {
            return context;
        }

        @Override
        public void describe(Description description) {
            run(() -> span.describe(description));
        }

        @Override
        public void end(End end) {
            run(() -> span.end(end));
        }

        private void run(Runnable work) {
            var unused = guarded(
                    () -> {
                        work.run();
                        return true;
                    },
                    false);
        }
    }
}
