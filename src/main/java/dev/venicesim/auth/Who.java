package dev.venicesim.auth;

import dev.venicesim.auth.Caller.ApiKey;
import dev.venicesim.auth.Caller.Wallet;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.crypto.WalletAddress;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.error.X402Errors;
import java.time.Instant;
import java.util.Optional;

/** The first stage of every request: whose it is. Pure; a nonce is only named here, and spent by whoever holds the wallet's state. */
public final class Who {

    private Who() {}

    /**
     * Recognises the caller or refuses. An anonymous caller on a route for keys or wallets is not refused here: what it is told is the payment stage's.
     *
     * @param now real time, or the world's for a world whose sign-in clock is its own
     */
    @Verified(on = "2026-08-21", source = "api-facts 2.2, 11 #48 #49 #50")
    public static Verdict<Identity> of(AuthRequest request, Quirks quirks, Instant now) {
        return switch (request.accepts()) {
            case NOTHING -> known(Caller.ANONYMOUS);
            case OPTIONAL_KEY -> known(optionalKey(request));
            case KEY_IF_SENT -> key(request).orElseGet(() -> known(Caller.ANONYMOUS));
            case KEY ->
                key(request)
                        .orElseGet(() -> Verdict.refuse(
                                AuthErrors.authenticationFailed(), "the route needs a bearer key and none was sent"));
            case KEY_OR_WALLET ->
                request.signIns().isEmpty()
                        ? key(request).orElseGet(() -> known(Caller.ANONYMOUS))
                        : SignIn.check(request, quirks, now);
            case WALLET -> request.signIns().isEmpty() ? noSignIn(quirks) : SignIn.check(request, quirks, now);
        };
    }

    /** The wallet a sign-in says it is of; nothing about it has been checked. Empty where sign-ins are not looked at. */
    public static Optional<WalletAddress> claimed(AuthRequest request) {
        var looks = request.accepts() == Accepts.KEY_OR_WALLET || request.accepts() == Accepts.WALLET;
        return Optional.of(request.signIns())
                .filter(values -> looks && !values.isEmpty())
                .flatMap(values -> SignInPayload.read(values.get(0)))
                .flatMap(payload -> WalletAddress.parse(payload.text("address")));
    }

    /** Whether a wallet asks for what is its own, on a route whose path names a wallet. */
    @Verified(on = "2026-08-21", source = "api-facts 2.2, 11 #47")
    public static Verdict<Wallet> owns(Wallet wallet, String pathAddress, Quirks quirks) {
        if (WalletAddress.parse(pathAddress).filter(wallet.address()::equals).isPresent()) {
            return Verdict.accept(wallet);
        }
        var error = quirks.is(Quirk.WALLET_MISMATCH_TEXT, "balance")
                ? AuthErrors.walletBalanceMismatch()
                : AuthErrors.walletMismatch();
        return Verdict.refuse(
                error, "wallet " + wallet.address() + " signed in, the path names another (api-facts 2.2)");
    }

    private static Optional<Verdict<Identity>> key(AuthRequest request) {
        return request.authorization().isEmpty()
                ? Optional.empty()
                : Optional.of(BearerKey.read(request.authorization()).then(Who::admitted));
    }

    private static Caller optionalKey(AuthRequest request) {
        return key(request)
                .map(verdict -> verdict.fold(Identity::caller, refusal -> Caller.ANONYMOUS))
                .orElse(Caller.ANONYMOUS);
    }

    private static Verdict<Identity> admitted(ApiKey key) {
        return switch (key.traits().magic()) {
            case REFUSED ->
                Verdict.refuse(AuthErrors.authenticationFailed(), "the key starts with bad- or invalid (magic value)");
            case INACTIVE ->
                Verdict.refuse(AuthErrors.subscriptionInactive(), "the key starts with sk-inactive (magic value)");
            case BROKE, SPEND_LIMIT, FREE, NONE -> known(key);
        };
    }

    private static Verdict<Identity> noSignIn(Quirks quirks) {
        var error = quirks.is(Quirk.MISSING_SIGN_IN, "402") ? X402Errors.signInRequired() : AuthErrors.invalidSignIn();
        return Verdict.refuse(error, "the route needs a wallet's sign-in and none was sent (api-facts 11 #48)");
    }

    private static Verdict<Identity> known(Caller caller) {
        return Verdict.accept(new Identity.Known(caller));
    }
}
