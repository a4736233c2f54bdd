package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.MagicKeys;
import dev.venicesim.journal.Journal;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.finding.Severity;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.Credential;
import dev.venicesim.world.CredentialTakenException;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Calls that declare, show, reset and drop worlds. */
final class WorldCalls {

    /** As many as a line of a few pixels shows. */
    private static final int BALANCES = 24;

    private final WorldRegistry worlds;
    private final AccountService accounts;
    private final IdGenerator ids;
    private final TimeSource time;
    private final DeclarationReader declarations;
    private final Journals journals;
    private final FindingCalls findings;
    private final SnapshotCalls snapshots;
    private final DeclaredWorlds declared;

    WorldCalls(ControlContext context) {
        this.worlds = context.services().worlds();
        this.accounts = context.services().accounts();
        this.ids = context.services().ids();
        this.time = context.services().time();
        this.declarations = new DeclarationReader(context);
        this.journals = context.services().journals();
        this.findings = new FindingCalls(journals);
        this.snapshots = new SnapshotCalls(context, declarations);
        this.declared = new DeclaredWorlds(context);
    }

    SnapshotCalls snapshots() {
        return snapshots;
    }

    /** The world a path names: by id, by API key, or by wallet address. */
    World named(String name) {
        // a wallet before a key: nobody who takes an address for a key stands before its owner
        return worlds.byId(name)
                .or(() -> WalletAddress.parse(name)
                        .flatMap(address -> worlds.find(Credential.wallet(address.toString()))))
                .or(() -> worlds.find(Credential.apiKey(name)))
                .orElseThrow(() -> ProblemException.notFound(
                        "no world has this id, API key or wallet address; PUT /__sim/worlds/{key} declares one, and a key gets one when it first queues"
                                + whereabouts(name)));
    }

    /** Where the requests are that came with a credential that has no world. */
    private String whereabouts(String name) {
        var sender =
                WalletAddress.parse(name).map(WalletAddress::toString).orElseGet(() -> CredentialMask.maskKey(name));
        var count = journals.of(WorldRegistry.ANONYMOUS).map(Journal::entries).orElse(List.of()).stream()
                .filter(entry -> entry.sender().equals(sender))
                .count();
        return count == 0
                ? ""
                : "; " + (count == 1 ? "one request with it stands" : count + " requests with it stand")
                        + " in the journal of the anonymous world: GET " + ControlApi.ROOT
                        + "/worlds/anonymous/requests?sender=" + sender;
    }

    Reply declare(Request request) {
        return refusing(() -> snapshots
                .restore(request)
                .map(restored -> {
                    var body = json(restored.world(), true);
                    body.set("links", restored.links());
                    return Reply.json(201, body);
                })
                .orElseGet(() ->
                        Reply.json(201, json(worlds.declare(declarations.read(ControlBody.of(request))), true))));
    }

    /**
     * Declares the world of the key or wallet that the path names, or makes it anew as declared: what a test calls before
     * it begins, whatever the one before it left.
     */
    Reply arrange(String name, Request request) {
        if (worlds.byId(name).isPresent()) {
            throw ProblemException.badRequest(
                    "PUT wants the API key or the wallet address that the client will use, not a world's id");
        }
        var declaration = declarations.read(ControlBody.of(request), name);
        var known = declaration.credentials().stream()
                .anyMatch(credential -> worlds.find(credential).isPresent());
        return refusing(() -> Reply.json(known ? 200 : 201, json(worlds.redeclare(declaration), true)));
    }

    private static Reply refusing(Supplier<Reply> declared) {
        try {
            return declared.get();
        } catch (CredentialTakenException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** Declares every world of a list, or none. */
    Reply declareAll(Request request) {
        var body = Json.object();
        var list = body.putArray("worlds");
        declared.declare(ControlBody.of(request)).forEach(world -> list.add(json(world, true)));
        return Reply.json(200, body.put("total", worlds.count()));
    }

    /** All worlds by their ids, or a page of them. */
    Reply list(Request request) {
        return Reply.json(200, WorldPage.of(request).map(this::page).orElseGet(this::all));
    }

    private ObjectNode all() {
        var body = Json.object();
        var list = body.putArray("worlds");
        worlds.all().forEach(world -> list.add(json(world, false)));
        return body.put("total", worlds.count());
    }

    /** Some worlds, with more of each; no other is looked at. */
    ObjectNode page(WorldPage page) {
        var body = Json.object();
        var list = body.putArray("worlds");
        // another process that shares the store may have deleted one
        worlds.latest(page.offset(), page.limit()).stream()
                .filter(worlds::has)
                .forEach(world -> list.add(summary(world)));
        return body.put("total", worlds.count());
    }

    /** A world with its latest balances, oldest first, and how many findings there are of each severity. */
    private ObjectNode summary(World world) {
        var json = json(world, false);
        var ledger = account(world, world.settings()).ledger();
        var balances = json.putArray("balances");
        for (var index = Math.max(0, ledger.size() - BALANCES); index < ledger.size(); index++) {
            balances.add(ledger.get(index).after().usd().number());
        }
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        findings.of(world, false).forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        var findingsJson = json.putObject("findings");
        for (var severity : Severity.values()) {
            findingsJson.put(severity.label(), counts.getOrDefault(severity, 0));
        }
        return json;
    }

    Reply show(World world) {
        return Reply.json(200, json(world, false));
    }

    Reply reset(World world) {
        if (world.id().equals(WorldRegistry.ANONYMOUS)) {
            throw ProblemException.badRequest("the anonymous world belongs to the server and cannot be reset");
        }
        return Reply.json(200, json(worlds.reset(world), false));
    }

    Reply delete(World world) {
        if (world.id().equals(WorldRegistry.ANONYMOUS)) {
            throw ProblemException.badRequest("the anonymous world belongs to the server and cannot be deleted");
        }
        worlds.delete(world);
        return Reply.empty(204);
    }

    Reply quirks(World world, Request request) {
        var changes = ControlBody.of(request).strings();
        var changed = world.change(settings -> settings.withBehaviour(settings.behaviour()
                .withQuirks(DeclarationReader.checked(
                        () -> settings.behaviour().quirks().with(changes)))));
        var body = Json.object();
        changed.behaviour().quirks().asMap().forEach(body::put);
        return Reply.json(200, body);
    }

    /**
     * A second key on the same account.
     *
     * @param own whether the owner of a key asks, who may not choose one: it could be somebody's who has not come yet
     */
    Reply addKey(World world, Request request, boolean own) {
        var body = ControlBody.of(request).knowing(Set.of("apiKey", "spendLimitUsd"));
        if (own && body.has("apiKey")) {
            throw ProblemException.forbidden(
                    "with an API key nobody chooses another key, which could be a stranger's; leave apiKey out for a random one");
        }
        var key = DeclarationReader.key(body).orElseGet(ids::apiKey);
        var limit = body.usd("spendLimitUsd").or(() -> MagicKeys.spendLimit(key));
        try {
            worlds.admit(world, Credential.apiKey(key));
        } catch (CredentialTakenException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
        limit.ifPresent(usd -> AccountCalls.limit(accounts, world, key, usd));
        return Reply.json(201, Json.object().put("apiKey", key));
    }

    /** A world; its key in clear only for who declares it. */
    private ObjectNode json(World world, boolean declared) {
        var settings = world.settings();
        var behaviour = settings.behaviour();
        var json = Json.object().put("id", world.id());
        json.put(
                "apiKey",
                settings.apiKey()
                        .map(key -> declared ? key : CredentialMask.maskKey(key))
                        .orElse(null));
        json.put("walletAddress", settings.walletAddress().orElse(null));
        json.put(
                "label",
                world.find(StateKinds.DECLARATION)
                        .flatMap(WorldDeclaration::label)
                        .orElse(null));
        json.put("edition", behaviour.edition().id())
                .put("scenario", ScenarioCalls.name(behaviour.scenario()))
                .put("jobTime", behaviour.pace().text())
                .put("limits", behaviour.limits());
        var quirks = json.putObject("quirks");
        behaviour.quirks().asMap().forEach(quirks::put);
        json.set("clock", ClockCalls.json(settings.clock(), time.now()));
        json.putObject("account").put("balanceUsd", balance(world, settings));
        return json.put("createdAt", settings.createdAt().toString());
    }

    private BigDecimal balance(World world, WorldConfiguration settings) {
        return account(world, settings).balances().usd().number();
    }

    private LedgerAccount account(World world, WorldConfiguration settings) {
        var selector = settings.apiKey().isEmpty() && settings.walletAddress().isPresent()
                ? AccountSelector.WALLET
                : AccountSelector.KEYS;
        return accounts.read(world, selector);
    }
}
