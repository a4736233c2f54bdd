package dev.venicesim;

import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.Failure;
import dev.venicesim.billing.RefundPolicy;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.control.AdminGuard;
import dev.venicesim.control.Catalogues;
import dev.venicesim.control.ControlApi;
import dev.venicesim.control.ControlDesk;
import dev.venicesim.control.Findings;
import dev.venicesim.control.pact.PactDesk;
import dev.venicesim.control.pact.PactStates;
import dev.venicesim.control.pact.StandInFront;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.endpoint.Api;
import dev.venicesim.endpoint.Clips;
import dev.venicesim.endpoint.Desk;
import dev.venicesim.endpoint.Editions;
import dev.venicesim.endpoint.Faults;
import dev.venicesim.endpoint.Held;
import dev.venicesim.endpoint.LinkDesk;
import dev.venicesim.endpoint.Strays;
import dev.venicesim.endpoint.StubFront;
import dev.venicesim.http.HttpServer;
import dev.venicesim.jobs.Job;
import dev.venicesim.journal.Journals;
import dev.venicesim.json.NamedFile;
import dev.venicesim.media.link.LinkSigner;
import dev.venicesim.media.render.ClipCache;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.scenario.ScenarioException;
import dev.venicesim.scenario.Shelf;
import dev.venicesim.stub.Stubs;
import dev.venicesim.validation.media.MediaRules;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Declaration;
import dev.venicesim.world.Ids;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.Opening;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldSettings;
import dev.venicesim.world.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the rooms together, by constructors alone. */
final class Assembly {

    /** An eighth of the heap may hold rendered clips. */
    private static final int CLIP_SHARE = 8;

    private static final int TOKEN_BYTES = 16;
    private static final String READABLE = "a readable JSON file";

    private final SimulatorConfig config;
    private final Ids ids = new Ids();
    private final Journals journals;
    private final Worlds worlds;
    private final Accounts accounts = new Accounts(this::refunded);
    private final Editions editions;
    private final Shelf shelf = new Shelf();
    private final Held held = new Held();
    private final AdminGuard guard;
    private final Stubs stubs;
    private final Desk desk;
    private final Strays strays;

    Assembly(SimulatorConfig config, boolean loopback) {
        this.config = config;
        this.journals = new Journals(config.worlds().journal());
        this.editions = new Editions(catalogs(config), prices(config));
        this.stubs = Stubs.under(config.files().stubs());
        this.guard = AdminGuard.of(loopback, config.secrets().adminToken(), ids.hex(TOKEN_BYTES));
        var plan = new Worlds.Plan(plain().playing(scenario()), config.worlds().maxWorlds(), this::retire);
        this.worlds = new Worlds(new MemoryStore(), config.time(), ids, plan);
        this.desk = new Desk(worlds, accounts, editions, ids, config.time(), journals);
        this.strays = new Strays(desk);
    }

    /** Lets go of every request that is kept waiting. */
    void release() {
        held.releaseAll();
    }

    Handler handler(HttpServer.Threads threads) {
        var workers = threads.workers();
        var clips = new Clips(new ClipCache(Runtime.getRuntime().maxMemory() / CLIP_SHARE), workers);
        var links = new LinkDesk(new LinkSigner(linkKey()));
        var api = new Api(desk, strays, clips, links, new Faults(held, threads.alarm(), workers));
        var control = new ControlApi(
                guard,
                new ControlDesk(
                        worlds,
                        accounts,
                        ids,
                        config.time(),
                        journals,
                        plain(),
                        shelf,
                        catalogues(),
                        Version.current()),
                stubs,
                new PactStates(pactDesk(links)));
        var front = new StandInFront(worlds, new StubFront(desk, stubs, api, threads.alarm(), workers));
        return request -> isControl(request.path()) ? control.handle(request) : front.handle(request);
    }

    private PactDesk pactDesk(LinkDesk links) {
        return new PactDesk(
                new PactDesk.Parts(worlds, accounts, journals, ids, config.time()),
                shelf,
                edition -> editions.of(edition).catalog(),
                edition -> editions.of(edition).quotes(),
                links::url);
    }

    private static boolean isControl(String path) {
        return path.startsWith(ControlApi.ROOT)
                && (path.length() == ControlApi.ROOT.length() || path.charAt(ControlApi.ROOT.length()) == '/');
    }

    /** What a request is told whose body is too large to be kept. */
    Reply.Now tooLarge(Request request) {
        return isControl(request.path()) ? ControlApi.tooLarge() : strays.tooLarge(request);
    }

    Optional<String> generatedAdminToken() {
        return config.secrets().adminToken().isPresent() ? Optional.empty() : guard.token();
    }

    CostReport costs() {
        return accounts.costs(worlds.all());
    }

    /** Before a world goes, what it cost is added to the total. */
    private void retire(String world) {
        worlds.byId(world).ifPresent(accounts::retire);
        journals.drop(world);
        held.release(world);
    }

    /** A line for each finding, with the world it is about. */
    List<String> findings() {
        var findings = new Findings(journals);
        return Stream.concat(Stream.of(worlds.anonymous()), worlds.all().stream())
                .flatMap(world ->
                        findings.of(world, true).stream().map(finding -> "world " + world.id() + ": " + finding.line()))
                .toList();
    }

    /** The scenario of worlds nobody declared. */
    private Scenario scenario() {
        try {
            return config.worlds().scenario().map(shelf::open).orElse(Scenario.NONE);
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(
                    "scenario cannot be \"" + config.worlds().scenario().orElse("") + "\": " + e.getMessage(), e);
        }
    }

    private Declaration plain() {
        var defaults = config.worlds();
        var behaviour = new WorldSettings.Behaviour(
                defaults.edition(), Scenario.NONE, defaults.jobTime(), defaults.limits(), defaults.quirks(), false, 0);
        return Declaration.plain(behaviour, Opening.of(defaults.balance()));
    }

    private Catalogues catalogues() {
        return new Catalogues() {
            @Override
            public Catalog catalog(Edition edition) {
                return editions.of(edition).catalog();
            }

            @Override
            public PriceBook prices(Edition edition) {
                return editions.of(edition).quotes().book();
            }

            @Override
            public List<String> rules(Edition edition, Model model) {
                return Stream.concat(
                                editions.of(edition).validator().describe(model).stream(),
                                MediaRules.describe(model).stream())
                        .toList();
            }
        };
    }

    private byte[] linkKey() {
        var secret = config.secrets().linkSecret();
        return secret.map(Sha256::hash).orElseGet(() -> ids.bytes(LinkSigner.KEY_BYTES));
    }

    private boolean refunded(World world, Job job) {
        var behaviour = world.settings().behaviour();
        return editions.of(behaviour.edition())
                .catalog()
                .find(job.order().model())
                .map(model -> RefundPolicy.decide(model, Failure.MODERATION, behaviour.quirks())
                        .creditsRefunded())
                .orElse(true);
    }

    private static Function<Edition, Catalog> catalogs(SimulatorConfig config) {
        var path = config.files().models();
        if (path.isEmpty()) {
            return Catalog::of;
        }
        var file = new NamedFile("models", path.get(), READABLE);
        var saved = file.json();
        var base = config.worlds().edition();
        var catalog = file.used(() -> Catalog.fromWire(saved, base));
        return edition -> edition == base ? catalog : Catalog.of(edition);
    }

    private static Function<Catalog, PriceBook> prices(SimulatorConfig config) {
        var path = config.files().prices();
        if (path.isEmpty()) {
            return PriceBook::of;
        }
        var file = new NamedFile("prices", path.get(), READABLE);
        var rows = file.json();
        file.used(() -> PriceBook.of(Catalog.of(config.worlds().edition())).withRows(rows));
        return catalog -> PriceBook.of(catalog).withRows(rows);
    }
}
