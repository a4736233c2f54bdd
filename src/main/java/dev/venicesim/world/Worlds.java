package dev.venicesim.world;

import dev.venicesim.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** All worlds of a server: found by credential, made on demand, the idlest dropped past a cap. */
public final class Worlds {

    /** The id of the world that calls without credentials belong to; it is never dropped. */
    public static final String ANONYMOUS = "anonymous";

    private static final String UNBORN = "unborn";

    private final Store store;
    private final TimeSource time;
    private final Ids ids;
    private final Plan plan;
    private final World anonymous;
    private volatile Declaration defaults;
    private final ConcurrentMap<Credential, String> directory = new ConcurrentHashMap<>();
    private final IdleOrder idle = new IdleOrder();

    /**
     * What worlds are made of.
     *
     * @param defaults what a world nobody declared is made from at first; its credentials are replaced
     * @param maxWorlds how many worlds are kept
     * @param dropped told the id of each world that is about to go
     */
    public record Plan(Declaration defaults, int maxWorlds, Consumer<String> dropped) {}

    /** A credential that a declared world already holds. */
    public static final class CredentialTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CredentialTakenException() {
            super("a world already holds this credential; delete it first, or declare another credential");
        }
    }

    /** A world that was deleted, or dropped for one more recently used, while somebody was about to change it. */
    public static final class WorldGoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WorldGoneException() {
            super("the world was deleted meanwhile");
        }
    }

    public Worlds(Store store, TimeSource time, Ids ids, Plan plan) {
        this.store = store;
        this.time = time;
        this.ids = ids;
        this.plan = plan;
        this.defaults = plan.defaults();
        this.anonymous = handle(ANONYMOUS);
        build(ANONYMOUS, plan.defaults(), time.now());
    }

    /** What a world nobody declared is made from now. */
    public Declaration defaults() {
        return defaults;
    }

    /** Changes what worlds nobody declared are made from; those there are stay as they are. */
    public void defaults(Declaration other) {
        defaults = other;
    }

    /** The world of a credential, if it has one. */
    public Optional<World> find(Credential credential) {
        return Optional.ofNullable(directory.get(credential)).map(id -> {
            idle.touch(id);
            return handle(id);
        });
    }

    /** The world of a credential for somebody who only reads: one with the server's defaults if it has none, which is not kept. */
    public World read(Credential credential) {
        return find(credential)
                .orElseGet(() -> new World(
                        store, time, UNBORN, now -> settings(UNBORN, defaults().withCredential(credential), now)));
    }

    /** The world of a credential, made with the server's defaults if it has none. */
    public World open(Credential credential) {
        var found = find(credential);
        return found.isPresent() ? found.get() : make(credential);
    }

    /** The world of calls without credentials. */
    public World anonymous() {
        return anonymous;
    }

    /** Whether a world is still there. */
    public boolean has(World world) {
        return world.find(Kinds.SETTINGS).isPresent();
    }

    public Optional<World> byId(String id) {
        return store.find(new Key<>(id, Kinds.SETTINGS, "")).map(found -> handle(id));
    }

    /** Every world that has a credential. */
    public List<World> all() {
        return directory.values().stream().distinct().sorted().map(this::handle).toList();
    }

    /**
     * Makes a world as declared.
     *
     * @throws CredentialTakenException if a world holds one of its credentials
     */
    public synchronized World declare(Declaration declaration) {
        if (declaration.credentials().stream().anyMatch(directory::containsKey)) {
            throw new CredentialTakenException();
        }
        return enter(declaration);
    }

    /**
     * Gives a world one more credential.
     *
     * @throws CredentialTakenException if a world holds it
     * @throws WorldGoneException if there is no such world any more
     */
    public synchronized void admit(World world, Credential credential) {
        if (!has(world)) {
            throw new WorldGoneException();
        }
        if (directory.putIfAbsent(credential, world.id()) != null) {
            throw new CredentialTakenException();
        }
        world.change(settings -> settings.withCredential(credential));
    }

    /**
     * Makes a world anew, as it was declared.
     *
     * @throws WorldGoneException if there is no such world any more
     */
    public synchronized World reset(World world) {
        var declaration = world.find(Kinds.DECLARATION).orElseThrow(WorldGoneException::new);
        forget(world.id());
        declaration.credentials().forEach(credential -> directory.put(credential, world.id()));
        build(world.id(), declaration, time.now());
        idle.add(world.id());
        return handle(world.id());
    }

    /** Drops a world with all it holds. */
    public synchronized void delete(World world) {
        forget(world.id());
    }

    private synchronized World make(Credential credential) {
        var existing = directory.get(credential);
        return existing == null ? enter(defaults().withCredential(credential)) : handle(existing);
    }

    private World enter(Declaration declaration) {
        var id = ids.hex(8);
        build(id, declaration, time.now());
        declaration.credentials().forEach(credential -> directory.put(credential, id));
        idle.add(id);
        idle.pollBeyond(plan.maxWorlds()).ifPresent(this::forget);
        return handle(id);
    }

    private void build(String id, Declaration declaration, Instant now) {
        store.create(id);
        store.compute(new Key<>(id, Kinds.DECLARATION, ""), none -> Step.to(declaration));
        store.compute(new Key<>(id, Kinds.SETTINGS, ""), none -> Step.to(settings(id, declaration, now)));
    }

    private void forget(String id) {
        store.find(new Key<>(id, Kinds.SETTINGS, ""))
                .ifPresent(settings -> settings.credentials().forEach(directory::remove));
        idle.remove(id);
        plan.dropped().accept(id);
        store.drop(id);
    }

    private World handle(String id) {
        return new World(store, time, id, now -> settings(id, defaults(), now));
    }

    private static WorldSettings settings(String id, Declaration declaration, Instant now) {
        return new WorldSettings(
                id,
                declaration.credentials(),
                declaration.behaviour(),
                declaration.clock().start(now),
                declaration.opening(),
                now);
    }
}
