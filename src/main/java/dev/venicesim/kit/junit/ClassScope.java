package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.client.WorldSettings;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the tests of a class have in common: which simulator they use, how their worlds are declared, and the one key if they share it.
 */
final class ClassScope {

    private static final String NOBODY = "";

    private final SimulatorClient client;
    private final Options options;
    private final WorldSettings fixed;
    private final Optional<VeniceWorld> shared;
    private final AtomicReference<String> running = new AtomicReference<>(NOBODY);

    ClassScope(ExtensionContext context, Options options) {
        this.options = options;
        var external = external(context, options);
        this.client = external.orElseGet(() -> SharedSimulator.client(context));
        // a simulator in this JVM has the default already, so that a world needs no call
        var jobTime = external.isPresent() || !options.jobTime().equals(Options.JOB_TIME)
                ? WorldSettings.none().jobTime(options.jobTime())
                : WorldSettings.none();
        this.fixed = jobTime.with(options.settings());
        this.shared = options.worlds() == Worlds.PER_CLASS ? Optional.of(client.newWorld()) : Optional.empty();
    }

    private static Optional<SimulatorClient> external(ExtensionContext context, Options options) {
        var url = options.baseUrl()
                .or(() -> context.getConfigurationParameter(VeniceSimulatorExtension.URL_PARAMETER))
                .or(() -> Optional.ofNullable(System.getenv(VeniceSimulatorExtension.URL_VARIABLE)));
        try {
            var client = url.map(SimulatorClient::of);
            var token = Optional.ofNullable(System.getenv(VeniceSimulatorExtension.TOKEN_VARIABLE));
            return client.map(found -> token.map(found::withAdminToken).orElse(found));
        } catch (IllegalArgumentException e) {
            throw Misuse.of(options.origin() + ": " + e.getMessage(), e);
        }
    }

    Options options() {
        return options;
    }

    String baseUrl() {
        return client.baseUrl();
    }

    /** The world of the whole class, which only {@link Worlds#PER_CLASS} has. */
    VeniceWorld sharedWorld(String asked) {
        return shared.orElseThrow(
                () -> Misuse.of(
                        asked + " is asked for outside of a test, where " + options.origin()
                                + " has no world: take VeniceWorld as a parameter of the test or of @BeforeEach, or set worlds = Worlds.PER_CLASS"));
    }

    /** A world for one test, made as its annotations say. */
    VeniceWorld open(ExtensionContext context) {
        var declared = Declared.on(context);
        var settings = fixed.with(declared.settings());
        try {
            var world = shared.isPresent() ? again(shared.get().apiKey(), settings) : client.newWorld(settings);
            // declares it, so that a bad setting is reported with its annotation
            world.apiKey();
            return world;
        } catch (ControlException e) {
            throw Misuse.of(blame(declared) + ": " + e.detail(), e);
        }
    }

    private VeniceWorld again(String key, WorldSettings settings) {
        client.forget(key);
        return client.world(key, settings);
    }

    private String blame(Declared declared) {
        var asked = fixed.isEmpty() ? options.origin() : options.origin() + " " + fixed;
        return declared.texts().isEmpty() ? asked : String.join(", ", declared.texts()) + " (with " + asked + ")";
    }

    /** Refuses tests that share a world and run at once. */
    void enter(ExtensionContext context) {
        if (shared.isPresent() && !running.compareAndSet(NOBODY, context.getUniqueId())) {
            throw Misuse.of(
                    options.origin() + " has worlds = Worlds.PER_CLASS, but " + context.getDisplayName()
                            + " runs while another test uses the world: add @Execution(ExecutionMode.SAME_THREAD) to the class, or use Worlds.PER_TEST");
        }
    }

    void leave(ExtensionContext context) {
        running.compareAndSet(context.getUniqueId(), NOBODY);
    }
}
