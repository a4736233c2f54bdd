package dev.venicesim.world;

import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Directory of worlds: which credential sees which one, and which has been idle longest. */
final class WorldDirectory {

    /** How long the worlds of others may be unknown to who looks for the idlest. */
    private static final Duration LISTED = Duration.ofMinutes(1);

    private final StateStore store;
    private final TimeSource time;
    private final EvictionOrder idle = new EvictionOrder();
    private volatile Instant listed;

    WorldDirectory(StateStore store, TimeSource time) {
        this.store = store;
        this.time = time;
        store.create(StateStore.SERVER);
        this.listed = time.now();
        list();
    }

    private void list() {
        store.list(StateStore.SERVER, StateKinds.KNOWN_WORLD, StateStore.Page.ALL).stream()
                .sorted(Comparator.comparing(KnownWorld::lastUsed))
                .forEach(world -> idle.meet(world.id(), world.lastUsed().getEpochSecond()));
    }

    /** The world that a credential sees, which counts as used now. */
    Optional<String> use(Credential credential) {
        var world = find(credential);
        world.ifPresent(this::touch);
        return world;
    }

    Optional<String> find(Credential credential) {
        return store.find(key(credential));
    }

    /** Whether a credential saw no world before and sees this one now. */
    boolean enter(Credential credential, String world) {
        return store.<String, Boolean>compute(
                key(credential), found -> Transition.to(found.orElse(world), found.isEmpty()));
    }

    /** Takes credentials away from a world, those that see it. */
    void remove(List<Credential> credentials, String world) {
        credentials.forEach(credential -> store.compute(
                key(credential),
                found ->
                        new Transition<String, Boolean>(found.filter(seen -> !seen.equals(world)), found.isPresent())));
    }

    /** Lists a world, which counts as used now. */
    void add(String world) {
        idle.add(world, time.now().getEpochSecond());
        note(world);
    }

    /** Lists a world no more. */
    void remove(String world) {
        idle.remove(world);
        store.compute(known(world), found -> new Transition<KnownWorld, Boolean>(Optional.empty(), found.isPresent()));
    }

    /** Takes in that another process has dropped a world, unless it has begun it anew. */
    void droppedElsewhere(String world) {
        if (idle.knows(world) && store.find(known(world)).isEmpty()) {
            idle.remove(world);
        }
    }

    /** The world idle longest, if more than so many are listed. */
    Optional<String> beyond(int cap) {
        meetOthers();
        return idle.pollBeyond(cap);
    }

    /** Takes in what others who share the store have made and used. */
    private void meetOthers() {
        if (store.blocks() && time.now().isAfter(listed.plus(LISTED))) {
            listed = time.now();
            list();
        }
    }

    int size() {
        return idle.size();
    }

    /** The ids of all worlds listed, in order. */
    List<String> all() {
        return store.list(StateStore.SERVER, StateKinds.KNOWN_WORLD, StateStore.Page.ALL).stream()
                .map(KnownWorld::id)
                .sorted()
                .toList();
    }

    /** The ids of some worlds, the one used last first; told without a look at any of them. */
    List<String> latest(int offset, int limit) {
        meetOthers();
        return idle.latest(offset, limit);
    }

    private void touch(String world) {
        var now = time.now().getEpochSecond();
        if (idle.touch(world, now) || (store.blocks() && idle.meet(world, now))) {
            store.aside(() -> noteAgain(world));
        }
    }

    private void note(String world) {
        store.compute(known(world), found -> Transition.to(new KnownWorld(world, time.now())));
    }

    /** Nothing is noted of a world that has gone meanwhile. */
    private void noteAgain(String world) {
        store.compute(
                known(world),
                found -> new Transition<>(found.map(noted -> new KnownWorld(world, time.now())), found.isPresent()));
    }

    private static StateKey<KnownWorld> known(String world) {
        return new StateKey<>(StateStore.SERVER, StateKinds.KNOWN_WORLD, world);
    }

    static StateKey<String> key(Credential credential) {
        var hash = Sha256.hash(credential.type().name() + ' ' + credential.value());
        return new StateKey<>(StateStore.SERVER, StateKinds.CREDENTIAL, Hex.digits(hash));
    }
}
