package dev.venicesim.endpoint;

import dev.venicesim.auth.Accepts;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.Credentials;
import dev.venicesim.auth.Identity;
import dev.venicesim.auth.NonceWindow;
import dev.venicesim.auth.Who;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Slots;
import dev.venicesim.world.Step;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a request's credentials become a caller in a world, or a refusal: 401, or one of the 402s that speak x402. */
final class Reception {

    @Verified(on = "2026-08-21", source = "api-facts 2.2")
    private static final int CONCURRENT_REQUESTS = 5;

    private final Desk desk;
    private final Slots wallets = new Slots(CONCURRENT_REQUESTS);

    Reception(Desk desk) {
        this.desk = desk;
    }

    Verdict<Arrival> receive(Route route, Request request) {
        var misplaced = route.accepts() == Accepts.KEY_OR_WALLET
                ? Offload.payment(request).refusalOnInference()
                : Optional.<Refusal>empty();
        if (misplaced.isPresent()) {
            return Verdict.refuse(misplaced.get());
        }
        var auth = authRequest(route, request);
        var settings = expected(auth).settings();
        var now = signInNow(settings);
        return Who.of(auth, settings.behaviour().quirks(), now)
                .then(identity -> identity instanceof Identity.SignedIn signedIn
                        ? signedIn(signedIn, route, request)
                        : known(identity.caller(), route, request));
    }

    /** The world by whose rules a sign-in is judged: that of the wallet it claims to be, if there is one. */
    private World expected(AuthRequest auth) {
        return Who.claimed(auth)
                .flatMap(address -> desk.worlds().find(Credential.wallet(address.toString())))
                .orElseGet(desk.worlds()::anonymous);
    }

    private Instant signInNow(WorldSettings settings) {
        var now = desk.time().now();
        return settings.behaviour().signInByWorldClock() ? settings.clock().at(now) : now;
    }

    /** The arrival of somebody who was refused at the door, so that the refusal has a journal to stand in. */
    Arrival refused(Request request) {
        return new Arrival(Caller.ANONYMOUS, desk.worlds().anonymous(), LimitSubject.address(request.remoteAddress()));
    }

    private Quirks anonymousQuirks() {
        return desk.worlds().anonymous().settings().behaviour().quirks();
    }

    private static AuthRequest authRequest(Route route, Request request) {
        if (route.accepts() == Accepts.NOTHING) {
            return new AuthRequest(List.of(), List.of(), List.of(), Accepts.NOTHING, List.of());
        }
        return new AuthRequest(
                request.headerValues("Authorization"),
                request.headerValues("SIGN-IN-WITH-X"),
                request.headerValues("X-Sign-In-With-X"),
                route.accepts(),
                hosts(request));
    }

    private static List<String> hosts(Request request) {
        var known = Optional.ofNullable(URI.create(request.origin()).getAuthority());
        var sent = request.header("Host");
        return java.util.stream.Stream.of(known, sent)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Verdict<Arrival> known(Caller caller, Route route, Request request) {
        if (caller instanceof Caller.ApiKey key) {
            var credential = Credential.apiKey(key.key());
            var world = route.opensWorld()
                    ? desk.worlds().open(credential)
                    : desk.worlds().read(credential);
            return Verdict.accept(new Arrival(caller, world, LimitSubject.apiKey(Credentials.maskKey(key.key()))));
        }
        if (route.accepts() == Accepts.KEY_OR_WALLET) {
            return Verdict.refuse(
                    PaymentRequired.discovery(
                            desk.challenge(request, desk.time().now()), anonymousQuirks()),
                    "no credentials on a route that takes wallets: 402 discovery (api-facts 3.2)");
        }
        return Verdict.accept(refused(request));
    }

    private Verdict<Arrival> signedIn(Identity.SignedIn identity, Route route, Request request) {
        var address = identity.caller().address().toString();
        var world = desk.worlds().open(Credential.wallet(address));
        return spendNonce(world, identity, route).then(spent -> {
            if (world.settings().behaviour().limits()) {
                if (!wallets.take(address)) {
                    return Verdict.refuse(
                            AuthErrors.tooManyConcurrent(),
                            "the wallet has " + CONCURRENT_REQUESTS + " requests under way (api-facts 2.2)");
                }
                request.whenAnswered(() -> wallets.give(address));
            }
            return Verdict.accept(new Arrival(identity.caller(), world, LimitSubject.wallet(address)));
        });
    }

    private Verdict<NonceWindow> spendNonce(World world, Identity.SignedIn identity, Route route) {
        var settings = world.settings();
        var quirks = settings.behaviour().quirks();
        var now = signInNow(settings);
        return world.<NonceWindow, Verdict<NonceWindow>>compute(Kinds.NONCES, found -> {
            var before = found.orElse(NonceWindow.EMPTY);
            var spent = before.spend(identity, route.accepts(), quirks, now);
            return new Step<>(Optional.of(spent.fold(after -> after, refusal -> before)), spent);
        });
    }
}
