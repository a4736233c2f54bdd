package dev.venicesim.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Spans of an SDK, caught as they end: a reply may be there before its span has. */
public final class CaughtSpans implements SpanProcessor {

    private final BlockingQueue<SpanData> ended = new LinkedBlockingQueue<>();

    /** An SDK of the default settings, as an application has it that configures nothing but where spans go. */
    public OpenTelemetry sdk() {
        return sdk(Sampler.alwaysOn());
    }

    public OpenTelemetrySdk sdk(Sampler sampler) {
        var provider = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(this)
                .build();
        return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }

    /** The span that ended next. */
    public SpanData next() {
        try {
            var span = ended.poll(5, TimeUnit.MINUTES);
            if (span == null) {
                throw new AssertionError("no span has ended");
            }
            return span;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public boolean isEmpty() {
        return ended.isEmpty();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
