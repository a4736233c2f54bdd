package dev.venicesim.tracing;

import dev.venicesim.wire.RequestTracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lookup of the tracer that a simulator has whose user named none. */
public final class Tracers {

    private static final Logger LOG = LoggerFactory.getLogger(Tracers.class);

    private Tracers() {}

    /** One by the OpenTelemetry API, if that is on the class path; nothing of it is loaded before a request comes. */
    public static RequestTracer found() {
        try {
            Class.forName("io.opentelemetry.api.GlobalOpenTelemetry", false, Tracers.class.getClassLoader());
            return OpenTelemetryTracer.global();
        } catch (ClassNotFoundException absent) {
            return RequestTracer.NONE;
        } catch (LinkageError incomplete) {
            LOG.warn("there are no spans: of OpenTelemetry only a part is on the class path", incomplete);
            return RequestTracer.NONE;
        }
    }
}
