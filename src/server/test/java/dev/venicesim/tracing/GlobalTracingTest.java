package dev.venicesim.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.crypto.HidingClassLoader;
import dev.venicesim.wire.RequestTracer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of requests whose simulator was told nothing of tracing. */
class GlobalTracingTest {

    @Test
    void withoutTheApiNobodyTracesAndNothingOfItIsLoaded() throws Exception {
        var loader = new HidingClassLoader("io.opentelemetry");
        assertThat(said(loader, WithoutApi.class)).isEqualTo("nobody");
        assertThat(said(new HidingClassLoader("no.such.library"), WithoutApi.class))
                .isEqualTo("somebody");
    }

    @Test
    void whatIsSetGloballyAfterTheStartIsUsedAndNotKeptFromBeingSet() throws Exception {
        // the global one is of a class loader, and this one is nobody else's
        try (var loader = fresh()) {
            assertThat(said(loader, SetLate.class)).isEqualTo("none, then POST /api/v1/video/quote");
        }
    }

    private static String said(ClassLoader loader, Class<?> type) throws Exception {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        // services are looked up by the thread's loader
        thread.setContextClassLoader(loader);
        try {
            var constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (String) ((Supplier<?>) constructor.newInstance()).get();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static URLClassLoader fresh() throws Exception {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Says who traces. */
    static final class WithoutApi implements Supplier<String> {
        @Override
        public String get() {
            return Tracers.found() == RequestTracer.NONE ? "nobody" : "somebody";
        }
    }

    /** Says which spans there are before the global one is set and after. */
    static final class SetLate implements Supplier<String> {
        @Override
        public String get() {
            var spans = new CaughtSpans();
            try (var sim = Sim.start()) {
                sim.api("k").get("/models");
                var before = GlobalOpenTelemetry.isSet() ? "one" : "none";
                GlobalOpenTelemetry.set(spans.sdk());
                sim.api("k").post("/video/quote", Requests.WAN);
                return before + ", then " + spans.next().getName();
            }
        }
    }
}
