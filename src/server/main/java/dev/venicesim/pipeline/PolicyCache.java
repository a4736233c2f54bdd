package dev.venicesim.pipeline;

import dev.venicesim.world.WorldConfiguration.Behaviour;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Cache of the policies in use, so that a request need not work its world's out again. Bounded: a slot is simply taken
 * over.
 */
final class PolicyCache {

    private static final int SLOTS = 256;

    private record Slot(Behaviour behaviour, WorldPolicies policies) {}

    private final AtomicReferenceArray<Slot> limiter = new AtomicReferenceArray<>(SLOTS);

    WorldPolicies of(Behaviour behaviour) {
        var index = System.identityHashCode(behaviour) & (SLOTS - 1);
        var slot = limiter.get(index);
        // by identity, since comparing a behaviour costs more than working its policies out
        if (slot != null && isSame(slot.behaviour(), behaviour)) {
            return slot.policies();
        }
        var policies = WorldPolicies.of(behaviour);
        limiter.set(index, new Slot(behaviour, policies));
        return policies;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Behaviour one, Behaviour other) {
        return one == other;
    }
}
