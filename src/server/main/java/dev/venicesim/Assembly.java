package dev.venicesim;

import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.Failure;
import dev.venicesim.billing.RefundPolicy;
import dev.venicesim.control.AccessFilter;
import dev.venicesim.control.AccessTokens;
import dev.venicesim.control.ControlApi;
import dev.venicesim.control.ControlContext;
import dev.venicesim.control.DeclaredWorlds;
import dev.venicesim.control.DueJobs;
import dev.venicesim.control.FrontDoor;
import dev.venicesim.control.JournalEvents;
import dev.venicesim.control.pact.PactStates;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.download.LinkSigner;
import dev.venicesim.event.EventLog;
import dev.venicesim.http.HttpServer;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.journal.JournalNote;
import dev.venicesim.journal.Journals;
import dev.venicesim.media.render.ClipCache;
import dev.venicesim.operation.Operations;
import dev.venicesim.operation.download.VideoDelivery;
import dev.venicesim.pipeline.PendingReplies;
import dev.venicesim.pipeline.Pipeline;
import dev.venicesim.run.Beginnings;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioException;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.service.Editions;
import dev.venicesim.service.Services;
import dev.venicesim.service.StoreMeter;
import dev.venicesim.store.CannotOpenStoreException;
import dev.venicesim.store.PostgresStore;
import dev.venicesim.store.SharedJournal;
import dev.venicesim.stub.Stubs;
import dev.venicesim.time.Alarm;
import dev.venicesim.tracing.TracedHandler;
import dev.venicesim.tracing.Tracers;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.OpeningBalances;
import dev.venicesim.world.PublishingStore;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Assembly of the rooms, by constructors alone. */
final class Assembly {

    /** An eighth of the heap may hold rendered clips. */
    private static final int CLIP_SHARE = 8;

    private static final int TOKEN_BYTES = 16;
    private static final int NAME_BYTES = 8;

    private final SimulatorConfig config;
    private final IdGenerator ids;
    /** What tells this server from others over the same store. */
    private final String name;

    private final EventLog events;
    private final Beginnings beginnings;
    private final Journals journals;
    private final Optional<SharedJournal> log;
    private final StateStore store;
    private final StoreMeter storeMeter;
    private final WorldRegistry worlds;
    private final AccountService accounts;
    private final Editions editions;
    private final ScenarioRepository scenarioRepository = new ScenarioRepository();
    private final PendingReplies pending = new PendingReplies();
    private final AccessTokens tokens;
    private final Stubs stubs;
    private final Services services;
    private Optional<DeclaredWorlds> declared = Optional.empty();
    private Optional<Handler> control = Optional.empty();

    Assembly(SimulatorConfig config, boolean loopback) {
        this.config = config;
        this.ids = config.ids();
        this.name = ids.hex(NAME_BYTES);
        this.editions = ConfiguredEditions.of(config);
        this.stubs = Stubs.under(config.files().stubs());
        this.tokens = AccessTokens.of(
                loopback, config.secrets().adminToken(), config.secrets().viewerToken(), ids.hex(TOKEN_BYTES));
        var plan = new WorldRegistry.Plan(
                plain().playing(scenario()), config.worlds().maxWorlds(), this::retire);
        this.store = open(config.storage());
        var time = store.time(config.time());
        this.events = new EventLog(time.now());
        this.beginnings = new Beginnings(time.now());
        this.storeMeter = new StoreMeter(time);
        this.log = store instanceof PostgresStore shared ? Optional.of(shared.journal(name)) : Optional.empty();
        var length = config.worlds().journal();
        var listener = new JournalEvents(events);
        this.journals = log.map(shared -> new Journals(length, listener, shared))
                .orElseGet(() -> new Journals(length, listener));
        var told = new PublishingStore(store, events, time);
        this.accounts = new AccountService(told, this::refunded);
        this.worlds = new WorldRegistry(told, time, ids, plan);
        var links = new DownloadLinks(new LinkSigner(linkKey()));
        this.services = new Services(worlds, accounts, editions, links, ids, time, journals, scenarioRepository);
        log.ifPresent(shared -> shared.follow(this::follow));
    }

    /** Takes a note of the shared journal; where another server has dropped a world, so does this one. */
    private void follow(String server, long n, JournalNote note) {
        journals.take(server, n, note);
        if (note.isEnd() && !server.equals(name)) {
            pending.release(note.world());
            worlds.droppedElsewhere(note.world());
        }
    }

    /** Declares the worlds of the file that the configuration names, if it names one; says how many. */
    int declareWorlds() {
        var file = config.files().worlds();
        return file.isEmpty() ? 0 : declared.orElseThrow().declare(file.get());
    }

    /** Answers a call of the control API. */
    Reply control(Request call) {
        return control.orElseThrow().handle(call);
    }

    /** Lets go of every request that is kept waiting. */
    void release() {
        pending.releaseAll();
        events.close();
    }

    /** What a first client would wait for, done before it comes. */
    WarmUp warmUp() {
        return new WarmUp(services, this::refunded);
    }

    Handler handler(HttpServer.Threads threads) {
        var workers = threads.workers();
        var delivery = new VideoDelivery(new ClipCache(Runtime.getRuntime().maxMemory() / CLIP_SHARE), workers);
        var alarm = alarm(threads);
        // a store that blocks has every request on a thread that may take its time, and in one unit of work
        var lengthy = store.blocks() ? (Executor) Runnable::run : workers;
        var waits = new Pipeline.Waits(pending, alarm, workers, lengthy);
        var api = new Pipeline(services, Operations.of(services, delivery), stubs, waits);
        events.wokenBy(alarm);
        var due = new DueJobs(events, worlds, alarm, workers);
        var trial = new Trial(services, this::refunded, delivery, lengthy);
        var live = new ControlContext.Live(
                events,
                due,
                (job, seed, request) -> delivery.deliver(job, seed, request, (sent, total, whole) -> {}),
                store.blocks() ? trial : trial.inTurn(),
                beginnings);
        var storage = new ControlContext.Storage(store::isAvailable, storeMeter, lengthy);
        var context = new ControlContext(services, plain(), Version.current(), workers, storage, live);
        declared = Optional.of(new DeclaredWorlds(context));
        var listen = config.listen();
        var access = AccessFilter.of(listen.host(), listen.publicUrl(), listen.trustForwarded(), tokens);
        var kept = new KeptReplies(store, storeMeter, worlds, journals);
        var front = new Front(
                kept.ofControl(new ControlApi(access, context, stubs, new PactStates(services))),
                TracedHandler.of(kept.ofApi(new FrontDoor(api)), config.tracer().orElseGet(Tracers::found)));
        control = Optional.of(front.control());
        return front;
    }

    /** What wakes somebody up wakes them on a thread that may wait for the store. */
    private Alarm alarm(HttpServer.Threads threads) {
        var alarm = threads.alarm();
        return store.blocks()
                ? (delay, task) -> alarm.after(delay, () -> threads.workers().execute(task))
                : alarm;
    }

    private static StateStore open(SimulatorConfig.Storage storage) {
        try {
            return storage.store().open(storage.durability());
        } catch (CannotOpenStoreException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps what is left to keep. */
    void close() {
        log.ifPresent(SharedJournal::close);
        store.close();
    }

    /** Front of both APIs: the control API has a path of its own. */
    private record Front(Handler control, Handler api) implements Handler {

        @Override
        public Reply handle(Request request) {
            return of(request).handle(request);
        }

        @Override
        public Reply.Now tooLarge(Request request) {
            return of(request).tooLarge(request);
        }

        private Handler of(Request request) {
            var path = request.path();
            var ours = path.startsWith(ControlApi.ROOT)
                    && (path.length() == ControlApi.ROOT.length() || path.charAt(ControlApi.ROOT.length()) == '/');
            return ours ? control : api;
        }
    }

    Optional<String> generatedAdminToken() {
        return config.secrets().adminToken().isPresent() ? Optional.empty() : tokens.admin();
    }

    CostReport costs() {
        return worlds.reading(() -> accounts.costs(worlds.all()));
    }

    /** Before a world goes, what it cost is added to the total. */
    private void retire(String world) {
        worlds.byId(world).ifPresent(accounts::retire);
        journals.drop(world);
        beginnings.drop(world);
        pending.release(world);
    }

    /** What clients did wrong so far. */
    ClosingFindings findings() {
        return new ClosingFindings(worlds, journals);
    }

    /** The scenario of worlds nobody declared. */
    private ScenarioDefinition scenario() {
        try {
            return config.worlds().scenario().map(scenarioRepository::open).orElse(ScenarioDefinition.NONE);
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(
                    "scenario cannot be \"" + config.worlds().scenario().orElse("") + "\": " + e.getMessage(), e);
        }
    }

    private WorldDeclaration plain() {
        var defaults = config.worlds();
        var behaviour = new WorldConfiguration.Behaviour(
                defaults.edition(),
                ScenarioDefinition.NONE,
                defaults.jobTime(),
                defaults.limits(),
                defaults.quirks(),
                false,
                0);
        return WorldDeclaration.plain(behaviour, OpeningBalances.of(defaults.balance()));
    }

    private byte[] linkKey() {
        var secret = config.secrets().linkSecret();
        return secret.map(Sha256::hash).orElseGet(() -> worlds.linkKey(LinkSigner.KEY_BYTES));
    }

    private boolean refunded(World world, VideoJob job) {
        var behaviour = world.settings().behaviour();
        return editions.of(behaviour.edition())
                .catalog()
                .find(job.order().model())
                .map(model -> RefundPolicy.decide(model, Failure.MODERATION, behaviour.quirks())
                        .creditsRefunded())
                .orElse(true);
    }
}
