package dev.venicesim.kit.wiremock;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.venicesim.Defaults;
import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Extension that mounts the simulator in a WireMock server:
 * {@code options().extensions(VeniceSimulatorMount.of(config))}. The API, its download links and the control API under
 * {@code /__sim} are live at WireMock's own address; your own stubs are asked first, whatever their priority below
 * {@value #LAST}. Starts and stops with WireMock, runs in its process, and survives its resets. A video is handed over
 * whole, since WireMock does not stream.
 */
public final class VeniceSimulatorMount
        implements ResponseDefinitionTransformerV2, MappingsLoaderExtension, StubLifecycleListener {

    /** The priority of the mount, after every stub of yours. */
    public static final int LAST = 1_000_000;

    private static final String NAME = "venice-simulator";

    /** As JSON: the classes WireMock would build it from differ between its two jars. */
    private static final String MAPPING = """
        {"id":"5e7ac9a1-6b0f-4f0e-9d56-3f0f5b1f6a11","name":"venice-simulator","priority":%d,
         "request":{"method":"ANY","urlPathPattern":"/(api/v1|v1/share/read|__sim)/.*"},
         "response":{"status":502,"body":"the simulator is not running","transformers":["venice-simulator"]}}\
        """.formatted(LAST);

    private final SimulatorConfig config;
    private final AtomicReference<StubMappings> mounted = new AtomicReference<>();
    private volatile @Nullable Forwarding running;

    /** As {@link #create()}; for WireMock's {@code --extensions}, which makes its extensions by name. */
    public VeniceSimulatorMount() {
        this(SimulatorConfig.defaults());
    }

    private VeniceSimulatorMount(SimulatorConfig config) {
        this.config = config;
    }

    /** A mount with the defaults of {@code serve}. */
    public static VeniceSimulatorMount create() {
        return of(SimulatorConfig.defaults());
    }

    /** A mount of a simulator set up so; where it listens is its own affair. */
    public static VeniceSimulatorMount of(SimulatorConfig config) {
        return new VeniceSimulatorMount(config);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public void start() {
        started();
    }

    /** One at a time, so that no second simulator is started and forgotten. */
    private synchronized Forwarding started() {
        var before = running;
        var now = before == null ? Forwarding.to(Simulator.start(local())) : before;
        running = now;
        return now;
    }

    private SimulatorConfig local() {
        var listen = new SimulatorConfig.Listen(
                Defaults.HOST,
                0,
                config.listen().publicUrl(),
                true,
                config.listen().bodyTime(),
                Optional.empty());
        return new SimulatorConfig(
                listen,
                config.worlds(),
                config.files(),
                config.secrets(),
                config.storage(),
                config.time(),
                config.ids(),
                config.tracer());
    }

    @Override
    public synchronized void stop() {
        var before = running;
        running = null;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void loadMappingsInto(StubMappings stubMappings) {
        mounted.set(stubMappings);
        mount(stubMappings);
    }

    private static void mount(StubMappings stubMappings) {
        var mapping = StubMapping.buildFrom(MAPPING);
        if (stubMappings.get(mapping.getId()).isEmpty()) {
            stubMappings.addMapping(mapping);
        }
    }

    /** What a reset took away is put back: it would take the API with it. */
    @Override
    public void afterStubsReset() {
        var mappings = mounted.get();
        if (mappings != null) {
            mount(mappings);
        }
    }

    @Override
    public ResponseDefinition transform(ServeEvent serveEvent) {
        var forwarding = running;
        return (forwarding == null ? started() : forwarding).answer(serveEvent.getRequest());
    }

    /** Headers that belong to one connection and are not handed on. */
    static final Set<String> HOP = Set.of(
            "connection", "content-length", "transfer-encoding", "host", "upgrade", "http2-settings", "expect", "date");
}
