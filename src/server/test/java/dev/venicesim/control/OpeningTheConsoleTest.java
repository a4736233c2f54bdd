package dev.venicesim.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.download.LinkSigner;
import dev.venicesim.event.EventLog;
import dev.venicesim.jobs.Pace;
import dev.venicesim.journal.Journals;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.run.Beginnings;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.service.Editions;
import dev.venicesim.service.Services;
import dev.venicesim.service.StoreMeter;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.Credential;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.OpeningBalances;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.Transition;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the page asks for when it is opened on a store with many worlds, each of which has to be read from somewhere. */
class OpeningTheConsoleTest {

    private static final int WORLDS = 10_000;
    private static final int PAGE = 100;
    private static final int WATCHED = 200;
    private static final TimeSource TIME = TimeSource.system();
    private static final IdGenerator IDS = new IdGenerator();

    private final Asked store = new Asked();
    private final List<Runnable> alarms = new ArrayList<>();
    private final EventLog events = new EventLog(TIME.now());

    /** A store that notes which worlds somebody wanted something of. */
    private static final class Asked implements StateStore {
        private final StateStore memory = new MemoryStore();
        private final Set<String> worlds = new HashSet<>();

        @Override
        public <V> Optional<V> find(StateKey<V> key) {
            worlds.add(key.world());
            return memory.find(key);
        }

        @Override
        public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
            worlds.add(key.world());
            return memory.compute(key, transition);
        }

        @Override
        public <V> List<V> list(String world, StateKind<V> kind, Page page) {
            worlds.add(world);
            return memory.list(world, kind, page);
        }

        @Override
        public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
            worlds.add(world);
            return memory.entries(world, kind);
        }

        @Override
        public <V> Optional<V> eldest(String world, StateKind<V> kind) {
            worlds.add(world);
            return memory.eldest(world, kind);
        }

        @Override
        public void create(String world) {
            memory.create(world);
        }

        @Override
        public void drop(String world) {
            memory.drop(world);
        }
    }

    private WorldRegistry registry() {
        return new WorldRegistry(store, TIME, IDS, new WorldRegistry.Plan(plain(), 2 * WORLDS, id -> {}));
    }

    private static WorldDeclaration plain() {
        var behaviour = new WorldConfiguration.Behaviour(
                TestEditions.JUNE, ScenarioDefinition.NONE, Pace.parse("5s"), true, QuirkSettings.defaults(), false, 0);
        return WorldDeclaration.plain(behaviour, OpeningBalances.of(Usd.ofCents(100)));
    }

    private ControlContext context(WorldRegistry worlds) {
        var services = new Services(
                worlds,
                new AccountService(store, (world, job) -> true),
                new Editions(Catalog::of, PriceBook::of),
                new DownloadLinks(new LinkSigner(new byte[LinkSigner.KEY_BYTES])),
                IDS,
                TIME,
                new Journals(100),
                new ScenarioRepository());
        var due = new DueJobs(
                events,
                worlds,
                (delay, task) -> {
                    alarms.add(task);
                    return () -> {};
                },
                Runnable::run);
        var live = new ControlContext.Live(
                events,
                due,
                (job, seed, request) -> Reply.empty(404),
                (asked, request, edition) -> new CompletableFuture<>(),
                new Beginnings(TIME.now()));
        var storage = new ControlContext.Storage(() -> true, new StoreMeter(TIME), Runnable::run);
        return new ControlContext(services, plain(), "1", Runnable::run, storage, live);
    }

    private static Content.Sink nobody() {
        return new Content.Sink() {
            @Override
            public void send(byte[] bytes) {}

            @Override
            public boolean idle() {
                return true;
            }

            @Override
            public void end() {}
        };
    }

    @Test
    void looksAtAPageOfWorldsAndAtNoOthers() throws Exception {
        var before = registry();
        for (var i = 0; i < WORLDS; i++) {
            before.open(Credential.apiKey("key-" + i));
        }
        var after = registry();
        var context = context(after);
        store.worlds.clear();

        var listed = new WorldCalls(context).page(new WorldPage(0, PAGE));
        assertThat(listed.path("worlds")).hasSize(PAGE);
        assertThat(listed.path("total").asInt()).isEqualTo(WORLDS);
        assertThat(store.worlds).hasSize(PAGE);

        new Metrics(context).show();
        var costs = (Reply.Now) new CostCalls(context.services()).sinceStart();
        assertThat(Json.read(((Content.Bytes) costs.content()).bytes())
                        .path("usd")
                        .asInt())
                .isZero();
        assertThat(store.worlds).hasSize(PAGE);

        var audience = events.stream(world -> true, -1, context.live().due()::watch)
                .opening()
                .apply(nobody());
        List.copyOf(alarms).forEach(Runnable::run);
        assertThat(store.worlds).hasSize(WATCHED);
        audience.gone();
    }
}
