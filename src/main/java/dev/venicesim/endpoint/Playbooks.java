package dev.venicesim.endpoint;

import dev.venicesim.world.WorldSettings.Behaviour;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The playbooks in use, so that a request need not work its world's out again. Bounded: a slot is simply taken over. */
final class Playbooks {

    private static final int SLOTS = 256;

    private record Slot(Behaviour behaviour, Playbook playbook) {}

    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(SLOTS);

    Playbook of(Behaviour behaviour) {
        var index = System.identityHashCode(behaviour) & (SLOTS - 1);
        var slot = slots.get(index);
        // by identity, since comparing a behaviour costs more than working its playbook out
        if (slot != null && isSame(slot.behaviour(), behaviour)) {
            return slot.playbook();
        }
        var playbook = Playbook.of(behaviour);
        slots.set(index, new Slot(behaviour, playbook));
        return playbook;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Behaviour one, Behaviour other) {
        return one == other;
    }
}
