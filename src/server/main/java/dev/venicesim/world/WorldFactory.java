package dev.venicesim.world;

import dev.venicesim.limits.LimitSubject;
import dev.venicesim.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Factory of a registry's worlds. A world is whole before a credential leads to it, and goes with all that it holds. */
final class WorldFactory {

    private static final int ID_BYTES = 8;

    private final StateStore store;
    private final UnbornStore unborn;
    private final TimeSource time;
    private final IdGenerator ids;
    private final WorldDirectory directory;
    private final WorldRegistry.Plan plan;
    private final JobQuota jobs;

    WorldFactory(
            StateStore store,
            TimeSource time,
            IdGenerator ids,
            WorldDirectory directory,
            WorldRegistry.Plan plan,
            JobQuota jobs) {
        this.store = store;
        this.unborn = new UnbornStore(store);
        this.time = time;
        this.ids = ids;
        this.directory = directory;
        this.plan = plan;
        this.jobs = jobs;
    }

    /** The world of an id, which is as declared here while the store has no settings of it. */
    World handle(String id, Supplier<WorldDeclaration> absent) {
        return new World(store, time, id, now -> settings(id, absent.get(), now));
    }

    /** A world that is as declared here, and that nobody has made. */
    World unborn(String id, Supplier<WorldDeclaration> declared) {
        return new World(unborn, time, id, now -> settings(id, declared.get(), now));
    }

    /** Makes the world of a caller who only read so far: what is counted of it goes on. */
    String bear(WorldDeclaration declaration, LimitSubject caller) {
        var id = enter(declaration);
        unborn.handOver(caller.key())
                .ifPresent(counted -> store.compute(
                        new StateKey<>(id, StateKinds.LIMITS, caller.key()),
                        found -> Transition.to(found.orElse(counted))));
        return id;
    }

    String newId() {
        return ids.hex(ID_BYTES);
    }

    /**
     * Makes a world as declared.
     *
     * @return its id
     * @throws CredentialTakenException if a world holds one of its credentials
     */
    String enter(WorldDeclaration declaration) {
        var id = newId();
        build(id, declaration);
        enter(id, declaration.credentials());
        return id;
    }

    /**
     * Lets credentials lead to a world that is in the store; the idlest one goes if there are too many.
     *
     * @throws CredentialTakenException if a world holds one of them, and then this one is dropped
     */
    void enter(String id, List<Credential> credentials) {
        for (var credential : credentials) {
            if (!leads(credential, id)) {
                forget(id);
                throw new CredentialTakenException();
            }
        }
        directory.add(id);
        directory.beyond(plan.maxWorlds()).ifPresent(this::forget);
    }

    /** Makes the world of an id anew. */
    void rebuild(String id, WorldDeclaration declaration) {
        forget(id);
        build(id, declaration);
        for (var credential : declaration.credentials()) {
            if (!leads(credential, id)) {
                // a world that another process of the store has made since this one was forgotten
                directory.find(credential).ifPresent(this::forget);
                directory.enter(credential, id);
            }
        }
        directory.add(id);
    }

    /** Puts copies of a world's values into the store, and lets its credentials lead to them. */
    void adopt(String id, WorldState state, List<Credential> credentials) {
        store.create(id);
        state.writeTo(store, id);
        credentials.forEach(credential -> directory.enter(credential, id));
        if (!id.equals(WorldRegistry.ANONYMOUS)) {
            directory.add(id);
        }
    }

    private boolean leads(Credential credential, String id) {
        return directory.enter(credential, id)
                || directory.find(credential).filter(id::equals).isPresent();
    }

    /** Puts a world into the store, to which no credential leads yet. */
    void build(String id, WorldDeclaration declaration) {
        var now = time.now();
        store.create(id);
        store.compute(new StateKey<>(id, StateKinds.DECLARATION, ""), none -> Transition.to(declaration));
        store.compute(
                new StateKey<>(id, StateKinds.SETTINGS, ""), none -> Transition.to(settings(id, declaration, now)));
    }

    /** Drops a world with all it holds. */
    void forget(String id) {
        store.find(new StateKey<>(id, StateKinds.SETTINGS, ""))
                .ifPresent(settings -> directory.remove(settings.credentials(), id));
        directory.remove(id);
        plan.dropped().accept(id);
        store.drop(id);
        jobs.dropped(id);
    }

    /** A world's settings when it has just been made as declared. */
    static WorldConfiguration settings(String id, WorldDeclaration declaration, Instant now) {
        return new WorldConfiguration(
                id,
                declaration.credentials(),
                declaration.behaviour(),
                declaration.clock().start(now),
                declaration.opening(),
                now);
    }
}
