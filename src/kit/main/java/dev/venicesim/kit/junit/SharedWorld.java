package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.client.WorldSettings;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A key that tests use one after another, its world made anew before each; one per simulator and key, in JUnit's root
 * store.
 */
final class SharedWorld {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedWorld.class);
    private static final String NOBODY = "";

    /**
     * Outlives JUnit's stores, as the applications do that frameworks keep: a second run in the same JVM finds the same
     * key.
     */
    private static final String KEY_OF_THE_JVM =
            "venice-test-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    private final SimulatorClient client;
    private final VeniceWorld handle;
    private final AtomicReference<String> running = new AtomicReference<>(NOBODY);

    private SharedWorld(SimulatorClient client, VeniceWorld handle) {
        this.client = client;
        this.handle = handle;
    }

    static SharedWorld of(ExtensionContext context, SimulatorClient client, Sharing sharing) {
        var random = sharing.worlds() == Worlds.PER_JVM
                ? KEY_OF_THE_JVM
                : client.newWorld().apiKey();
        var key = sharing.apiKey().orElse(random);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        client.baseUrl() + " " + key,
                        name -> new SharedWorld(client, client.world(key)),
                        SharedWorld.class);
    }

    /** For code outside of tests, which sees whatever world the key has at the time. */
    VeniceWorld handle() {
        return handle;
    }

    /** A new world under the same key. */
    VeniceWorld again(WorldSettings settings) {
        var key = handle.apiKey();
        client.forget(key);
        return client.world(key, settings);
    }

    /** Whether a test may begin: no other uses the world. */
    boolean enter(String test) {
        return running.compareAndSet(NOBODY, test);
    }

    void leave(String test) {
        running.compareAndSet(test, NOBODY);
    }
}
