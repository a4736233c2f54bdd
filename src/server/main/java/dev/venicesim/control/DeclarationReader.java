package dev.venicesim.control;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.jobs.Pace;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.world.Credential;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.WorldConfiguration.Behaviour;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldDeclaration.ClockStart;
import dev.venicesim.world.WorldRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reader of declarations of worlds: what a body says, laid over the scenario it names and the server's defaults. */
final class DeclarationReader {

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
            "seed",
            "label");

    private final WorldRegistry worlds;
    private final IdGenerator ids;
    private final WorldDeclaration plain;
    private final ScenarioRepository scenarioRepository;

    DeclarationReader(ControlContext context) {
        this.worlds = context.services().worlds();
        this.ids = context.services().ids();
        this.plain = context.plain();
        this.scenarioRepository = context.services().scenarioRepository();
    }

    /** A world with the credentials that the body names, or with a random key. */
    WorldDeclaration read(ControlBody body) {
        return declared(body, owners(body.knowing(FIELDS)), ids.seed());
    }

    /**
     * A world with the credentials that the body names. Where it names no seed, that of the world they see now is kept,
     * so that the same body always declares the same.
     */
    WorldDeclaration again(ControlBody body) {
        var named = credentials(body.knowing(FIELDS));
        var seed = named.stream()
                .flatMap(credential -> worlds.find(credential).stream())
                .flatMap(world -> world.find(StateKinds.DECLARATION).stream())
                .map(before -> before.behaviour().seed())
                .findFirst();
        return declared(body, named, seed.orElseGet(ids::seed));
    }

    /** The credentials that a body names, or a random key. */
    List<Credential> owners(ControlBody body) {
        var named = credentials(body);
        return named.isEmpty() ? List.of(Credential.apiKey(ids.apiKey())) : named;
    }

    /** A world with the key or the wallet of this name, and perhaps one of the other kind that the body names. */
    WorldDeclaration read(ControlBody body, String name) {
        var address = WalletAddress.parse(name);
        var named =
                address.isPresent() ? Credential.wallet(address.get().toString()) : Credential.apiKey(notBlank(name));
        var twin = address.isPresent()
                ? wallet(body.knowing(FIELDS))
                : key(body.knowing(FIELDS)).map(Credential::apiKey);
        if (twin.filter(other -> !other.equals(named)).isPresent()) {
            throw ProblemException.badRequest((address.isPresent() ? "walletAddress" : "apiKey")
                    + " is another one than the path names; leave it out");
        }
        var credentials = Stream.concat(Stream.of(named), credentials(body).stream())
                .distinct()
                .toList();
        return declared(body, credentials, ids.seed());
    }

    private WorldDeclaration declared(ControlBody body, List<Credential> credentials, long seed) {
        var played = ScenarioCalls.declared(scenarioRepository, body)
                .orElseGet(() -> worlds.defaults().behaviour().scenario());
        var staged = plain.playing(played);
        return new WorldDeclaration(
                credentials,
                explicit(plain.base(), body, seed),
                explicit(staged.behaviour(), body, seed),
                clock(body).orElse(staged.clock()),
                body.usd("balanceUsd")
                        .map(usd -> checked(() -> staged.opening().withBalance(usd)))
                        .orElse(staged.opening()),
                label(body));
    }

    /** What a body calls the world. */
    static Optional<String> label(ControlBody body) {
        return body.text("label").map(label -> {
            if (label.isBlank()
                    || label.length() > WorldDeclaration.LONGEST_LABEL
                    || label.chars().anyMatch(Character::isISOControl)) {
                throw ProblemException.badRequest("label wants one line of 1 to " + WorldDeclaration.LONGEST_LABEL
                        + " characters; leave it out for none");
            }
            return label;
        });
    }

    private static List<Credential> credentials(ControlBody body) {
        return Stream.of(key(body).map(Credential::apiKey), wallet(body))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Credential> wallet(ControlBody body) {
        return body.text("walletAddress")
                .map(address -> WalletAddress.parse(address)
                        .map(parsed -> Credential.wallet(parsed.toString()))
                        .orElseThrow(() -> ProblemException.badRequest(
                                "walletAddress wants 0x and 40 hexadecimal digits, or a Solana address, not \""
                                        + address + "\"")));
    }

    /** The key that a body names, if any. */
    static Optional<String> key(ControlBody body) {
        return body.text("apiKey").map(DeclarationReader::notBlank);
    }

    private static String notBlank(String key) {
        if (key.isBlank()) {
            throw ProblemException.badRequest("apiKey is blank; leave it out for a random one");
        }
        return key;
    }

    /** A behaviour with what the declaration says itself: stronger than the scenario it names. */
    private static Behaviour explicit(Behaviour base, ControlBody body, long seed) {
        var quirks = body.object("quirks")
                .map(ControlBody::strings)
                .map(changes -> checked(() -> base.quirks().with(changes)))
                .orElse(base.quirks());
        return new Behaviour(
                body.text("edition").map(DeclarationReader::edition).orElse(base.edition()),
                base.scenario(),
                body.converted("jobTime", Pace::parse).orElse(base.pace()),
                body.bool("limits").orElse(base.limits()),
                quirks,
                body.text("signInClock").map(DeclarationReader::byWorldClock).orElse(base.signInByWorldClock()),
                body.integer("seed").orElse(base.scenario().settings().seed().orElse(seed)));
    }

    static ApiEdition edition(String id) {
        return ApiEdition.find(id)
                .orElseThrow(() ->
                        ProblemException.badRequest("edition is " + ApiEdition.choices() + ", not \"" + id + "\""));
    }

    private static boolean byWorldClock(String value) {
        if (!Set.of("world", "real").contains(value)) {
            throw ProblemException.badRequest("signInClock is world or real, not \"" + value + "\"");
        }
        return value.equals("world");
    }

    private static Optional<ClockStart> clock(ControlBody body) {
        var clock = body.object("clock").map(given -> given.knowing(Set.of("at", "frozen", "scale")));
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        var start = new ClockStart(
                clock.get().instant("at"),
                clock.get().bool("frozen").orElse(false),
                clock.get().number("scale").orElse(1.0));
        checked(() -> start.start(Instant.EPOCH));
        return Optional.of(start);
    }

    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
