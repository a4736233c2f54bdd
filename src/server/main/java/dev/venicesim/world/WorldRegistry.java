package dev.venicesim.world;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.time.TimeSource;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** All worlds of a server: found by credential, made on demand, the idlest dropped past a cap. */
public final class WorldRegistry {

    /** The id of the world that calls without credentials belong to; it is never dropped. */
    public static final String ANONYMOUS = "anonymous";

    private static final String UNBORN = "unborn";

    private final StateStore store;
    private final TimeSource time;
    private final IdGenerator ids;
    private final Plan plan;
    private final World anonymous;
    private volatile WorldDeclaration defaults;
    private final WorldDirectory directory;
    private final WorldFactory factory;
    private final JobQuota jobs = JobQuota.ofHeap();

    /**
     * What worlds are made of.
     *
     * @param defaults what a world nobody declared is made from at first; its credentials are replaced
     * @param maxWorlds how many worlds are kept
     * @param dropped told the id of each world that is about to go
     */
    public record Plan(WorldDeclaration defaults, int maxWorlds, Consumer<String> dropped) {}

    public WorldRegistry(StateStore store, TimeSource time, IdGenerator ids, Plan plan) {
        this.store = store;
        this.time = time;
        this.ids = ids;
        this.plan = plan;
        this.defaults = plan.defaults();
        this.directory = new WorldDirectory(store, time);
        this.factory = new WorldFactory(store, time, ids, directory, plan, jobs);
        this.anonymous = handle(ANONYMOUS);
        if (!store.blocks() || !isDeclared(ANONYMOUS, plan.defaults())) {
            factory.build(ANONYMOUS, plan.defaults());
        }
    }

    /** What a world nobody declared is made from now. */
    public WorldDeclaration defaults() {
        return defaults;
    }

    /** Changes what worlds nobody declared are made from; those there are stay as they are. */
    public void defaults(WorldDeclaration other) {
        defaults = other;
    }

    /** How much memory the jobs of all worlds may take. */
    public JobQuota jobs() {
        return jobs;
    }

    /** Whether others who share the store have made a world, and as this process would. */
    private boolean isDeclared(String id, WorldDeclaration declaration) {
        return store.find(new StateKey<>(id, StateKinds.DECLARATION, ""))
                .filter(declaration::equals)
                .isPresent();
    }

    /** Where the store keeps which world a credential sees. */
    public StateKey<String> key(Credential credential) {
        return WorldDirectory.key(credential);
    }

    /** The world of a credential, if it has one. */
    public Optional<World> find(Credential credential) {
        return directory.use(credential).map(this::handle);
    }

    /**
     * The world of a credential for somebody who only reads: one with the server's defaults if it has none, which is
     * not kept.
     */
    public World read(Credential credential) {
        return find(credential)
                .orElseGet(() -> factory.unborn(UNBORN, () -> defaults().withCredential(credential)));
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
        return world.find(StateKinds.SETTINGS).isPresent();
    }

    public Optional<World> byId(String id) {
        return store.find(new StateKey<>(id, StateKinds.SETTINGS, "")).map(found -> handle(id));
    }

    /** Every world that has a credential. */
    public List<World> all() {
        var ids = directory.all();
        store.expect(ids);
        return ids.stream().map(this::handle).toList();
    }

    /** Some worlds that have a credential, the one used last first. */
    public List<World> latest(int offset, int limit) {
        var ids = directory.latest(offset, limit);
        store.expect(ids);
        return ids.stream().map(this::handle).toList();
    }

    /** Reads in one unit of work, so that a store that blocks is asked once for all that is expected. */
    public <T> T reading(Supplier<T> work) {
        var unit = store.begin(UnitOfWork.Purpose.READING);
        try {
            return work.get();
        } finally {
            unit.close();
        }
    }

    /** How many worlds have a credential; told without a look at any of them. */
    public int count() {
        return directory.size();
    }

    /** The key of download links: made once and kept, so that links outlive a restart wherever state does. */
    public byte[] linkKey(int bytes) {
        var key = new StateKey<>(StateStore.SERVER, StateKinds.LINK_KEY, "");
        return HexFormat.of()
                .parseHex(store.<String, String>compute(key, found -> Transition.to(found.orElse(ids.hex(bytes)))));
    }

    /**
     * Makes a world as declared.
     *
     * @throws CredentialTakenException if a world holds one of its credentials
     */
    public World declare(WorldDeclaration declaration) {
        return alone(() -> {
            if (declaration.credentials().stream()
                    .anyMatch(credential -> directory.find(credential).isPresent())) {
                throw new CredentialTakenException();
            }
            return handle(factory.enter(declaration));
        });
    }

    /**
     * Makes a world as declared. One that has its credential already is made anew from this declaration, under its id.
     *
     * @throws CredentialTakenException if its credentials belong to more than one world
     */
    public World redeclare(WorldDeclaration declaration) {
        return alone(() -> {
            return holder(declaration)
                    .map(id -> rebuild(id, declaration))
                    .orElseGet(() -> handle(factory.enter(declaration)));
        });
    }

    /**
     * Makes worlds as declared, or none of them. A world that has been declared just so is left as it is; another one
     * that has a credential of theirs is made anew, under its id.
     *
     * @param declarations no two with the same credential
     * @return their worlds, in their order
     * @throws IllegalArgumentException if they are more than are kept
     * @throws CredentialTakenException if the credentials of one belong to two worlds, or of two to one
     */
    public List<World> declareAll(List<WorldDeclaration> declarations) {
        return alone(() -> {
            if (declarations.size() > plan.maxWorlds()) {
                throw new IllegalArgumentException("these are " + declarations.size() + " worlds and "
                        + plan.maxWorlds() + " are kept; give a larger --max-worlds");
            }
            var taken = new HashSet<String>();
            var holders = declarations.stream().map(this::holder).toList();
            if (!holders.stream().flatMap(Optional::stream).allMatch(taken::add)) {
                throw new CredentialTakenException();
            }
            return IntStream.range(0, declarations.size())
                    .mapToObj(i -> declared(holders.get(i), declarations.get(i)))
                    .toList();
        });
    }

    private World declared(Optional<String> holder, WorldDeclaration declaration) {
        if (holder.isEmpty()) {
            return handle(factory.enter(declaration));
        }
        var world = handle(holder.get());
        return world.find(StateKinds.DECLARATION).equals(Optional.of(declaration))
                ? world
                : rebuild(world.id(), declaration);
    }

    /** The world that holds a declaration's credentials. */
    private Optional<String> holder(WorldDeclaration declaration) {
        var holders = declaration.credentials().stream()
                .flatMap(credential -> directory.use(credential).stream())
                .distinct()
                .toList();
        if (holders.size() > 1) {
            throw new CredentialTakenException();
        }
        return holders.stream().findFirst();
    }

    /**
     * Makes a world that stands as another one stood. It takes that world's id if that is free, so that addresses made
     * of it stay good; else it is a fork, of another id.
     *
     * @param copied what the other one held
     * @param credentials who sees the new one
     * @param stood when, in real time, the other one stood so
     * @throws IllegalArgumentException if no world can be in that state, or has so many jobs
     * @throws CredentialTakenException if a world holds one of the credentials
     */
    public World restore(WorldState copied, List<Credential> credentials, Instant stood) {
        return alone(() -> {
            WorldStateCheck.require(copied);
            if (credentials.stream()
                    .anyMatch(credential -> directory.find(credential).isPresent())) {
                throw new CredentialTakenException();
            }
            var jobCount = copied.all(StateKinds.JOB).size();
            if (!jobs.hasRoomFor(jobCount)) {
                throw new IllegalArgumentException(
                        "it has " + jobCount
                                + " jobs, for which this server has no memory; give it more, such as -Xmx1g, or delete other worlds");
            }
            var was = copied.one(StateKinds.SETTINGS).orElseThrow().id();
            var id = byId(was).isEmpty() ? was : factory.newId();
            store.create(id);
            copied.as(id, stood, time.now()).seenBy(credentials).writeTo(store, id);
            jobs.restored(id, jobCount);
            factory.enter(id, credentials);
            return handle(id);
        });
    }

    /**
     * A registry of its own that knows copies of the anonymous world and of this one, in another store. What is done to
     * them changes nothing here.
     *
     * @param edition the edition that the copies simulate; each its own if absent
     */
    public WorldRegistry copied(World world, StateStore other, Optional<ApiEdition> edition) {
        var plain = edition.map(
                        set -> defaults().withBehaviour(defaults().behaviour().withEdition(set)))
                .orElseGet(this::defaults);
        var copies = new WorldRegistry(other, time, ids, new Plan(plain, plan.maxWorlds(), dropped -> {}));
        UnaryOperator<WorldState> tried = state -> edition.map(state::in).orElse(state);
        copies.factory.adopt(ANONYMOUS, tried.apply(anonymous.state()), List.of());
        if (has(world)) {
            copies.factory.adopt(
                    world.id(), tried.apply(world.state()), world.settings().credentials());
        }
        return copies;
    }

    /**
     * Gives a world one more credential.
     *
     * @throws CredentialTakenException if a world holds it
     * @throws WorldGoneException if there is no such world any more
     */
    public void admit(World world, Credential credential) {
        alone(() -> {
            if (!has(world)) {
                throw new WorldGoneException();
            }
            if (!directory.enter(credential, world.id())) {
                throw new CredentialTakenException();
            }
            world.change(settings -> settings.withCredential(credential));
        });
    }

    /**
     * Makes a world anew, as it was declared.
     *
     * @throws WorldGoneException if there is no such world any more
     */
    public World reset(World world) {
        return alone(() -> {
            return rebuild(world.id(), world.find(StateKinds.DECLARATION).orElseThrow(WorldGoneException::new));
        });
    }

    /** Drops a world with all it holds. */
    public void delete(World world) {
        alone(() -> {
            factory.forget(world.id());
        });
    }

    /** Takes in that another process of the store has dropped a world, or begun it anew. */
    public void droppedElsewhere(String world) {
        jobs.dropped(world);
        directory.droppedElsewhere(world);
    }

    private World make(Credential credential) {
        return alone(() -> {
            var found = directory.find(credential).map(this::handle);
            try {
                return found.orElseGet(
                        () -> handle(factory.bear(defaults().withCredential(credential), counted(credential))));
            } catch (CredentialTakenException e) {
                // another process of the store was faster
                return find(credential).orElseThrow(WorldGoneException::new);
            }
        });
    }

    /** As whom limits count a caller that has a world of its own. */
    private static LimitSubject counted(Credential credential) {
        return credential.type() == Credential.Type.API_KEY
                ? LimitSubject.apiKey(CredentialMask.maskKey(credential.value()))
                : LimitSubject.wallet(credential.value());
    }

    /** One change at a time; nobody waits for it with a world locked, which the one before may need. */
    private <T> T alone(Supplier<T> change) {
        store.letGo();
        synchronized (this) {
            return change.get();
        }
    }

    private void alone(Runnable change) {
        store.letGo();
        synchronized (this) {
            change.run();
        }
    }

    private World rebuild(String id, WorldDeclaration declaration) {
        factory.rebuild(id, declaration);
        return handle(id);
    }

    private World handle(String id) {
        return factory.handle(id, this::defaults);
    }
}
