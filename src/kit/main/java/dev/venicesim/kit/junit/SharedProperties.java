package dev.venicesim.kit.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system properties that classes of this JVM hold, each put back when the last class that holds it has run. */
final class SharedProperties {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedProperties.class);

    private record Held(String value, String owner, Optional<String> before, int holders) {

        Held holders(int count) {
            return new Held(value, owner, before, count);
        }
    }

    private final Map<String, Held> held = new HashMap<>();

    static SharedProperties of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(SharedProperties.class, key -> new SharedProperties(), SharedProperties.class);
    }

    /** Sets some properties until the returned lease is closed. */
    Lease lease(List<String> names, String value, String owner) {
        var lease = new Lease(this, new ArrayList<>());
        try {
            for (var name : names) {
                take(name, value, owner);
                lease.names.add(name);
            }
            return lease;
        } catch (ExtensionConfigurationException e) {
            lease.close();
            throw e;
        }
    }

    private synchronized void take(String name, String value, String owner) {
        var now = held.get(name);
        if (now != null && !now.value().equals(value)) {
            throw UsageErrors.of(owner + " wants system property \"" + name + "\" while " + now.owner()
                    + " holds it with another value; give one of them another property, or keep them apart with @ResourceLock(\""
                    + name + "\")");
        }
        if (now != null) {
            held.put(name, now.holders(now.holders() + 1));
            return;
        }
        held.put(name, new Held(value, owner, Optional.ofNullable(System.getProperty(name)), 1));
        System.setProperty(name, value);
    }

    private synchronized void release(String name) {
        var now = held.get(name);
        if (now != null && now.holders() > 1) {
            held.put(name, now.holders(now.holders() - 1));
        } else if (now != null) {
            held.remove(name);
            now.before().ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name));
        }
    }

    /** Some properties, held until the store of a class closes this. */
    @SuppressWarnings("deprecation")
    static final class Lease implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final SharedProperties properties;
        private final List<String> names;

        private Lease(SharedProperties properties, List<String> names) {
            this.properties = properties;
            this.names = names;
        }

        @Override
        public void close() {
            names.forEach(properties::release);
        }
    }
}
