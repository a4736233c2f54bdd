package dev.venicesim.pipeline;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.api.Operation;
import dev.venicesim.api.Verified;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.auth.Identity;
import dev.venicesim.auth.NonceWindow;
import dev.venicesim.billing.x402.Challenge;
import dev.venicesim.billing.x402.PaymentHeaders;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Request;
import dev.venicesim.world.ConcurrencyLimiter;
import dev.venicesim.world.Credential;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Authenticator of requests: their credentials become a caller in a world, or a refusal: 401, or one of the 402s that
 * speak x402.
 */
final class Authenticator implements Filter {

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#requests-at-once")
    private static final int CONCURRENT_REQUESTS = 5;

    private final Services services;
    private final WorldReader reader;
    private final LinkResolver links;
    private final Map<Operation, OperationHandler> operations;
    private final ConcurrencyLimiter wallets = new ConcurrencyLimiter(CONCURRENT_REQUESTS);

    Authenticator(Services services, WorldReader reader, Map<Operation, OperationHandler> operations) {
        this.services = services;
        this.operations = operations;
        this.reader = reader;
        this.links = new LinkResolver(services, reader);
    }

    @Override
    public Progress pass(Exchange exchange) {
        var operation = exchange.operation();
        if (operation.isOfLinks()) {
            return links.resolve(exchange);
        }
        var misplaced = operation.accepts() == AcceptedCredentials.KEY_OR_WALLET
                ? PaymentHeaders.of(exchange.request()::headerValues).refusalOnInference()
                : Optional.<Refusal>empty();
        if (misplaced.isPresent()) {
            return refused(exchange, misplaced.get());
        }
        var auth = authRequest(operation, exchange.request());
        var claimed = new ClaimedWorld(auth);
        return CallerAuthenticator.of(auth, claimed)
                .fold(
                        identity -> identity instanceof Identity.SignedIn signedIn
                                ? signedIn(signedIn, exchange, claimed)
                                : known(identity.caller(), exchange),
                        refusal -> refused(exchange, refusal));
    }

    /** A refusal at the door, unless the operation has something to tell to everybody. */
    private Exchange refused(Exchange exchange, Refusal refusal) {
        var nobody = atTheDoor(exchange);
        var handler = operations.get(exchange.operation());
        return RateLimiter.stop(
                SenderClaims.key(exchange.request())
                        .map(key -> showing(key, nobody))
                        .orElse(nobody),
                handler == null ? refusal : handler.whoever(nobody).orElse(refusal));
    }

    /** Nobody, with a key that is refused: its failures are its own, and not those of all who share its address. */
    private Exchange showing(Credential key, Exchange nobody) {
        var sender = nobody.sender()
                .showing(
                        LimitSubject.apiKey(CredentialMask.maskKey(key.value())),
                        services.worlds().read(key));
        return nobody.sentBy(sender, nobody.reading().orElseThrow());
    }

    /**
     * The exchange of somebody who is refused at the door; what is written down of it stands in the journal of calls
     * without credentials.
     */
    private Exchange atTheDoor(Exchange exchange) {
        return exchange.readAs(reader.read(exchange.world()));
    }

    /**
     * World by whose rules a sign-in is judged: that of the wallet it claims to be, if there is one. Read only where
     * there is a sign-in.
     */
    private final class ClaimedWorld implements CallerAuthenticator.Judge {

        private final AuthRequest auth;
        private Optional<WorldReading> reading = Optional.empty();

        ClaimedWorld(AuthRequest auth) {
            this.auth = auth;
        }

        @Override
        public CallerAuthenticator.Rules rules() {
            var world = CallerAuthenticator.claimed(auth)
                    .flatMap(address -> services.worlds().find(Credential.wallet(address.toString())))
                    .orElseGet(services.worlds()::anonymous);
            var read = reader.read(world);
            reading = Optional.of(read);
            return new CallerAuthenticator.Rules(read.settings().behaviour().quirks(), read.signInNow());
        }

        /** The reading of a world, which for a wallet that had one before is the one it was judged by. */
        WorldReading of(World world) {
            return reading.filter(read -> read.settings().id().equals(world.id()))
                    .orElseGet(() -> reader.read(world));
        }
    }

    private static AuthRequest authRequest(Operation operation, Request request) {
        if (operation.accepts() == AcceptedCredentials.NOTHING) {
            return new AuthRequest(List.of(), List.of(), List.of(), AcceptedCredentials.NOTHING, List.of());
        }
        var signIn = request.headerValues("SIGN-IN-WITH-X");
        var legacy = request.headerValues("X-Sign-In-With-X");
        return new AuthRequest(
                request.headerValues("Authorization"),
                signIn,
                legacy,
                operation.accepts(),
                signIn.isEmpty() && legacy.isEmpty() ? List.of() : hosts(request));
    }

    /** As whom the caller may know this server; asked only where somebody signs in. */
    private static List<String> hosts(Request request) {
        var origin = request.origin();
        var known = origin.substring(origin.indexOf("://") + 3);
        return Stream.concat(Stream.of(known), request.header("Host").stream())
                .distinct()
                .toList();
    }

    private Exchange known(Caller caller, Exchange exchange) {
        if (caller instanceof Caller.ApiKey key) {
            var credential = Credential.apiKey(key.key());
            var world = exchange.operation().opensWorld()
                    ? services.worlds().open(credential)
                    : services.worlds().read(credential);
            var subject = LimitSubject.apiKey(CredentialMask.maskKey(key.key()));
            return exchange.sentBy(new RequestSender(caller, world, subject), reader.read(world));
        }
        var nobody = atTheDoor(exchange);
        return switch (exchange.operation().accepts()) {
            case KEY_OR_WALLET, KEY ->
                refused(
                        nobody,
                        new Refusal(
                                PaymentRequired.discovery(challenge(nobody), nobody.quirks()),
                                "no credentials on a route that needs them: 402 discovery"
                                        + " (docs/api/wallets.md, \"The offer without credentials\")"));
            case WALLET ->
                refused(
                        nobody,
                        new Refusal(
                                PaymentRequired.signIn(challenge(nobody), nobody.quirks()),
                                "the route needs a wallet's sign-in and none was sent (quirk missing-sign-in;"
                                        + " docs/api/wallets.md, \"No sign in on a wallet route\")"));
            default -> nobody;
        };
    }

    private Challenge challenge(Exchange nobody) {
        return services.challenge(nobody.request(), nobody.realNow(), nobody.quirks());
    }

    private Exchange signedIn(Identity.SignedIn identity, Exchange exchange, ClaimedWorld claimed) {
        var address = identity.caller().address().toString();
        var world = services.worlds().open(Credential.wallet(address));
        var reading = claimed.of(world);
        var refusal = spendNonce(world, identity, exchange.operation(), reading)
                .<Optional<Refusal>>fold(spent -> occupy(address, exchange.request(), reading), Optional::of);
        return refusal.isPresent()
                ? refused(exchange, refusal.get())
                : exchange.sentBy(new RequestSender(identity.caller(), world, LimitSubject.wallet(address)), reading);
    }

    private Optional<Refusal> occupy(String address, Request request, WorldReading reading) {
        if (!reading.settings().behaviour().limits()) {
            return Optional.empty();
        }
        if (!wallets.take(address)) {
            return Optional.of(new Refusal(
                    AuthErrors.tooManyConcurrent(),
                    "the wallet has " + CONCURRENT_REQUESTS
                            + " requests under way (docs/api/wallets.md, \"Requests at once\")"));
        }
        request.whenAnswered(() -> wallets.give(address));
        return Optional.empty();
    }

    private static Verdict<NonceWindow> spendNonce(
            World world, Identity.SignedIn identity, Operation operation, WorldReading reading) {
        var quirks = reading.settings().behaviour().quirks();
        return world.<NonceWindow, Verdict<NonceWindow>>compute(StateKinds.NONCES, found -> {
            var before = found.orElse(NonceWindow.EMPTY);
            var spent = before.spend(identity, operation.accepts(), quirks, reading.signInNow());
            return new Transition<>(Optional.of(spent.fold(after -> after, refusal -> before)), spent);
        });
    }
}
