package dev.venicesim.control;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.download.LinkSigner;
import dev.venicesim.event.EventLog;
import dev.venicesim.jobs.Pace;
import dev.venicesim.journal.Journals;
import dev.venicesim.money.Usd;
import dev.venicesim.run.Beginnings;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.service.Editions;
import dev.venicesim.service.Services;
import dev.venicesim.service.StoreMeter;
import dev.venicesim.time.Alarm;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.OpeningBalances;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Context of the control API over a store of the test's own, without a server around it. */
record TestContext(StateStore store, EventLog events, Alarm alarm, Executor readers) {

    static final TimeSource TIME = TimeSource.system();
    private static final IdGenerator IDS = new IdGenerator();
    private static final int MOST_WORLDS = 20_000;

    WorldRegistry registry() {
        return new WorldRegistry(store, TIME, IDS, new WorldRegistry.Plan(plain(), MOST_WORLDS, id -> {}));
    }

    private static WorldDeclaration plain() {
        var behaviour = new WorldConfiguration.Behaviour(
                TestEditions.JUNE, ScenarioDefinition.NONE, Pace.parse("5s"), true, QuirkSettings.defaults(), false, 0);
        return WorldDeclaration.plain(behaviour, OpeningBalances.of(Usd.ofCents(100)));
    }

    ControlContext of(WorldRegistry worlds) {
        var services = new Services(
                worlds,
                new AccountService(store, (world, job) -> true),
                new Editions(Catalog::of, PriceBook::of),
                new DownloadLinks(new LinkSigner(new byte[LinkSigner.KEY_BYTES])),
                IDS,
                TIME,
                new Journals(100),
                new ScenarioRepository());
        var live = new ControlContext.Live(
                events,
                new DueJobs(events, worlds, alarm, Runnable::run),
                (job, seed, request) -> Reply.empty(404),
                (asked, request, edition) -> new CompletableFuture<>(),
                new Beginnings(TIME.now()));
        var storage = new ControlContext.Storage(() -> true, new StoreMeter(TIME), readers);
        return new ControlContext(services, plain(), "1", Runnable::run, storage, live);
    }
}
