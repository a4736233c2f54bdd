package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.MagicKeys;
import dev.venicesim.catalog.Edition;
import dev.venicesim.crypto.WalletAddress;
import dev.venicesim.jobs.Pace;
import dev.venicesim.json.Json;
import dev.venicesim.scenario.Shelf;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Credential;
import dev.venicesim.world.Declaration;
import dev.venicesim.world.Declaration.ClockStart;
import dev.venicesim.world.Ids;
import dev.venicesim.world.Purse;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldSettings;
import dev.venicesim.world.WorldSettings.Behaviour;
import dev.venicesim.world.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Declaring, showing, resetting and dropping worlds. */
final class WorldCalls {

    private static final Set<String> FIELDS = Set.of(
            "apiKey",
            "walletAddress",
            "edition",
            "scenario",
            "balanceUsd",
            "jobTime",
            "limits",
            "quirks",
            "clock",
            "signInClock",
            "seed");

    private static final int KEY_BYTES = 20;

    private final Worlds worlds;
    private final Accounts accounts;
    private final Ids ids;
    private final TimeSource time;
    private final Declaration plain;
    private final Shelf shelf;

    WorldCalls(ControlDesk desk) {
        this.worlds = desk.worlds();
        this.accounts = desk.accounts();
        this.ids = desk.ids();
        this.time = desk.time();
        this.plain = desk.plain();
        this.shelf = desk.shelf();
    }

    /** The world a path names: by id, by API key, or by wallet address. */
    World named(String name) {
        return worlds.byId(name)
                .or(() -> worlds.find(Credential.apiKey(name)))
                .or(() -> WalletAddress.parse(name)
                        .flatMap(address -> worlds.find(Credential.wallet(address.toString()))))
                .orElseThrow(
                        () -> Problem.notFound(
                                "no world has this id, API key or wallet address; POST /__sim/worlds declares one, and a key gets one when it first queues"));
    }

    Reply declare(Request request) {
        var body = Body.of(request).knowing(FIELDS);
        try {
            return Reply.json(201, json(worlds.declare(declaration(body)), true));
        } catch (Worlds.CredentialTakenException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()));
        }
    }

    Reply list() {
        var body = Json.object();
        var list = body.putArray("worlds");
        worlds.all().forEach(world -> list.add(json(world, false)));
        return Reply.json(200, body);
    }

    Reply show(World world) {
        return Reply.json(200, json(world, false));
    }

    Reply reset(World world) {
        if (world.id().equals(Worlds.ANONYMOUS)) {
            throw Problem.badRequest("the anonymous world belongs to the server and cannot be reset");
        }
        return Reply.json(200, json(worlds.reset(world), false));
    }

    Reply delete(World world) {
        if (world.id().equals(Worlds.ANONYMOUS)) {
            throw Problem.badRequest("the anonymous world belongs to the server and cannot be deleted");
        }
        worlds.delete(world);
        return Reply.empty(204);
    }

    Reply quirks(World world, Request request) {
        var changes = Body.of(request).strings();
        var changed = world.change(settings -> settings.withBehaviour(settings.behaviour()
                .withQuirks(checked(() -> settings.behaviour().quirks().with(changes)))));
        var body = Json.object();
        changed.behaviour().quirks().asMap().forEach(body::put);
        return Reply.json(200, body);
    }

    Reply addKey(World world, Request request) {
        var body = Body.of(request).knowing(Set.of("apiKey", "spendLimitUsd"));
        var key = key(body).orElseGet(this::randomKey);
        var limit = body.usd("spendLimitUsd").or(() -> MagicKeys.spendLimit(key));
        try {
            worlds.admit(world, Credential.apiKey(key));
        } catch (Worlds.CredentialTakenException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()));
        }
        limit.ifPresent(usd -> AccountCalls.limit(accounts, world, key, usd));
        return Reply.json(201, Json.object().put("apiKey", key));
    }

    private Declaration declaration(Body body) {
        var played = body.text("scenario")
                .map(name -> ScenarioCalls.named(shelf, name))
                .orElseGet(() -> worlds.defaults().behaviour().scenario());
        var staged = plain.playing(played);
        var seed = ids.seed();
        return new Declaration(
                credentials(body),
                explicit(plain.base(), body, seed),
                explicit(staged.behaviour(), body, seed),
                clock(body).orElse(staged.clock()),
                body.usd("balanceUsd")
                        .map(usd -> checked(() -> staged.opening().withBalance(usd)))
                        .orElse(staged.opening()));
    }

    private List<Credential> credentials(Body body) {
        var credentials = new ArrayList<Credential>();
        key(body).ifPresent(key -> credentials.add(Credential.apiKey(key)));
        body.text("walletAddress")
                .ifPresent(address -> credentials.add(WalletAddress.parse(address)
                        .map(parsed -> Credential.wallet(parsed.toString()))
                        .orElseThrow(() -> Problem.badRequest(
                                "walletAddress wants 0x and 40 hexadecimal digits, or a Solana address, not \""
                                        + address + "\""))));
        return credentials.isEmpty() ? List.of(Credential.apiKey(randomKey())) : List.copyOf(credentials);
    }

    private static Optional<String> key(Body body) {
        var key = body.text("apiKey");
        if (key.filter(String::isBlank).isPresent()) {
            throw Problem.badRequest("apiKey is blank; leave it out for a random one");
        }
        return key;
    }

    private String randomKey() {
        return "VENICE_INFERENCE_KEY_" + ids.hex(KEY_BYTES);
    }

    /** A behaviour with what the declaration says itself: stronger than the scenario it names. */
    private static Behaviour explicit(Behaviour base, Body body, long seed) {
        var quirks = body.object("quirks")
                .map(Body::strings)
                .map(changes -> checked(() -> base.quirks().with(changes)))
                .orElse(base.quirks());
        return new Behaviour(
                body.text("edition").map(WorldCalls::edition).orElse(base.edition()),
                base.scenario(),
                body.converted("jobTime", Pace::parse).orElse(base.pace()),
                body.bool("limits").orElse(base.limits()),
                quirks,
                body.text("signInClock").map(WorldCalls::byWorldClock).orElse(base.signInByWorldClock()),
                body.integer("seed").orElse(base.scenario().settings().seed().orElse(seed)));
    }

    private static Edition edition(String id) {
        var known = Arrays.stream(Edition.values()).map(Edition::id).collect(Collectors.joining(" or "));
        return Edition.find(id).orElseThrow(() -> Problem.badRequest("edition is " + known + ", not \"" + id + "\""));
    }

    private static boolean byWorldClock(String value) {
        if (!Set.of("world", "real").contains(value)) {
            throw Problem.badRequest("signInClock is world or real, not \"" + value + "\"");
        }
        return value.equals("world");
    }

    private static Optional<ClockStart> clock(Body body) {
        var clock = body.object("clock").map(given -> given.knowing(Set.of("at", "frozen", "scale")));
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        var start = new ClockStart(
                clock.get().instant("at"),
                clock.get().bool("frozen").orElse(false),
                clock.get().number("scale").orElse(1.0));
        checked(() -> start.start(java.time.Instant.EPOCH));
        return Optional.of(start);
    }

    private static <T> T checked(java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** A world; its key in clear only for who declares it. */
    private ObjectNode json(World world, boolean declared) {
        var settings = world.settings();
        var behaviour = settings.behaviour();
        var json = Json.object().put("id", world.id());
        json.put(
                "apiKey",
                settings.apiKey()
                        .map(key -> declared ? key : Credentials.maskKey(key))
                        .orElse(null));
        json.put("walletAddress", settings.walletAddress().orElse(null));
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

    private java.math.BigDecimal balance(World world, WorldSettings settings) {
        var purse = settings.apiKey().isEmpty() && settings.walletAddress().isPresent() ? Purse.WALLET : Purse.KEYS;
        return accounts.read(world, purse).balances().usd().number();
    }
}
