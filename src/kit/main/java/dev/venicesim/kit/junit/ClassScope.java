package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.client.WorldSettings;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * State that the tests of a class share: which simulator they use, how their worlds are declared, and the one key if
 * they share it.
 */
final class ClassScope {

    private final SimulatorClient client;
    private final ExtensionOptions options;
    private final WorldSettings fixed;
    private final Optional<SharedWorld> shared;

    ClassScope(ExtensionContext context, ExtensionOptions options) {
        this.options = options;
        var external = external(context, options);
        this.client = external.orElseGet(() -> SharedSimulator.client(context));
        // a simulator in this JVM has the default already, so that a world needs no call
        var jobTime = external.isPresent() || !options.jobTime().equals(ExtensionOptions.JOB_TIME)
                ? WorldSettings.none().jobTime(options.jobTime())
                : WorldSettings.none();
        this.fixed = jobTime.with(options.settings());
        this.shared = options.worlds().shared()
                ? Optional.of(SharedWorld.of(context, client, options.sharing()))
                : Optional.empty();
    }

    private static Optional<SimulatorClient> external(ExtensionContext context, ExtensionOptions options) {
        var url = options.baseUrl()
                .or(() -> context.getConfigurationParameter(VeniceSimulatorExtension.URL_PARAMETER))
                .or(() -> Optional.ofNullable(System.getenv(VeniceSimulatorExtension.URL_VARIABLE)));
        try {
            var client = url.map(SimulatorClient::of);
            var token = Optional.ofNullable(System.getenv(VeniceSimulatorExtension.TOKEN_VARIABLE));
            return client.map(found -> token.map(found::withAdminToken).orElse(found));
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(options.origin() + ": " + e.getMessage(), e);
        }
    }

    ExtensionOptions options() {
        return options;
    }

    String baseUrl() {
        return client.baseUrl();
    }

    /** The world that tests share, which {@link Worlds#PER_TEST} has not. */
    VeniceWorld sharedWorld(String asked) {
        return shared.map(SharedWorld::handle)
                .orElseThrow(
                        () -> UsageErrors.of(
                                asked + " is asked for outside of a test, where " + options.origin()
                                        + " has no world: take VeniceWorld as a parameter of the test or of @BeforeEach, or set worlds = Worlds.PER_CLASS (PER_JVM where a framework keeps the application from class to class)"));
    }

    /** A world for one test, made as its annotations say. */
    VeniceWorld open(ExtensionContext context) {
        var declared = TestAnnotations.on(context);
        var settings = fixed.with(declared.settings());
        try {
            var world = shared.isPresent() ? shared.get().again(settings) : client.newWorld(settings);
            // declares it, so that a bad setting is reported with its annotation
            world.apiKey();
            return world;
        } catch (ControlException e) {
            throw UsageErrors.of(blame(declared) + ": " + e.detail(), e);
        }
    }

    private String blame(TestAnnotations declared) {
        var asked = fixed.isEmpty() ? options.origin() : options.origin() + " " + fixed;
        return declared.texts().isEmpty() ? asked : String.join(", ", declared.texts()) + " (with " + asked + ")";
    }

    /** Refuses tests that share a world and run at once. */
    void enter(ExtensionContext context) {
        if (shared.isPresent() && !shared.get().enter(context.getUniqueId())) {
            var apart = options.worlds() == Worlds.PER_JVM
                    ? "add @ResourceLock(\"venice\") to every class that shares it"
                    : "add @Execution(ExecutionMode.SAME_THREAD) to the class";
            throw UsageErrors.of(options.origin() + " has worlds = Worlds." + options.worlds() + ", but "
                    + context.getDisplayName() + " runs while another test uses the world: " + apart
                    + ", or use Worlds.PER_TEST");
        }
    }

    void leave(ExtensionContext context) {
        shared.ifPresent(world -> world.leave(context.getUniqueId()));
    }
}
