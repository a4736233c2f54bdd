package dev.venicesim.auth;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller.ApiKey;
import dev.venicesim.auth.Caller.Wallet;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.net.BearerScheme;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Authenticator, the first stage of every request: it tells whose the request is. Pure; a nonce is only named here, and
 * spent by whoever holds the wallet's state.
 */
public final class CallerAuthenticator {

    private CallerAuthenticator() {}

    /**
     * Rules that a sign-in is judged by.
     *
     * @param now real time, or the world's for a world whose sign-in clock is its own
     */
    public record Rules(QuirkSettings quirks, Instant now) {}

    /**
     * Judge of sign-ins: the world a wallet has, asked for its rules at most once and only if there is a sign-in to
     * judge, or one is missing.
     */
    @FunctionalInterface
    public interface Judge {
        Rules rules();
    }

    /** As {@link #of(AuthRequest, Judge)}, with rules at hand. */
    public static Verdict<Identity> of(AuthRequest request, QuirkSettings quirks, Instant now) {
        return of(request, () -> new Rules(quirks, now));
    }

    /**
     * Recognises the caller or refuses. An anonymous caller on a route for keys or wallets is not refused here, and with
     * the quirks {@code missing-sign-in=402} and {@code missing-key=402} neither is one on a route for wallets or for keys:
     * what it is told is the payment stage's.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#which-credential-counts, docs/api/disagreements.md#no-credentials")
    public static Verdict<Identity> of(AuthRequest request, Judge judge) {
        return switch (request.accepts()) {
            case NOTHING, LINK_TOKEN -> known(Caller.ANONYMOUS);
            case OPTIONAL_KEY -> known(optionalKey(request));
            case KEY_IF_SENT -> key(request).orElseGet(() -> known(Caller.ANONYMOUS));
            case KEY -> key(request).orElseGet(() -> noKey(request, judge));
            case KEY_OR_WALLET ->
                request.signIns().isEmpty()
                        ? key(request).orElseGet(() -> known(Caller.ANONYMOUS))
                        : signIn(request, judge.rules());
            case WALLET -> wallet(request, judge.rules());
        };
    }

    private static Verdict<Identity> wallet(AuthRequest request, Rules rules) {
        return request.signIns().isEmpty() ? noSignIn(rules.quirks()) : signIn(request, rules);
    }

    private static Verdict<Identity> signIn(AuthRequest request, Rules rules) {
        return SignIn.check(request, rules.quirks(), rules.now());
    }

    /**
     * The wallet a sign-in says it is of; nothing about it has been checked. Empty where sign-ins are not looked at.
     */
    public static Optional<WalletAddress> claimed(AuthRequest request) {
        var looks = request.accepts() == AcceptedCredentials.KEY_OR_WALLET
                || request.accepts() == AcceptedCredentials.WALLET;
        return Optional.of(request.signIns())
                .filter(values -> looks && !values.isEmpty())
                .flatMap(values -> SignInPayload.read(values.get(0)))
                .flatMap(payload -> WalletAddress.parse(payload.text("address")));
    }

    /** The key that a request shows, whether or not it would be taken; empty if it shows none or no well-formed one. */
    public static Optional<String> claimedKey(AuthRequest request) {
        return request.authorization().stream().findFirst().flatMap(BearerScheme::in);
    }

    /** Whether a wallet asks for what is its own, on a route whose path names a wallet. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#another-wallet, docs/api/disagreements.md#text-for-another-wallet")
    public static Verdict<Wallet> owns(Wallet wallet, String pathAddress, QuirkSettings quirks) {
        if (WalletAddress.parse(pathAddress).filter(wallet.address()::equals).isPresent()) {
            return Verdict.accept(wallet);
        }
        var error = quirks.is(ApiQuirk.WALLET_MISMATCH_TEXT, "balance")
                ? AuthErrors.walletBalanceMismatch()
                : AuthErrors.walletMismatch();
        return Verdict.refuse(
                error,
                "wallet " + wallet.address()
                        + " signed in, the path names another (docs/api/wallets.md, \"Another wallet\")");
    }

    private static Optional<Verdict<Identity>> key(AuthRequest request) {
        return request.authorization().isEmpty()
                ? Optional.empty()
                : Optional.of(BearerKey.read(request.authorization()).then(CallerAuthenticator::admitted));
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
            case BROKE, SPEND_LIMIT, PRIVATE_ONLY, FREE, NONE -> known(key);
        };
    }

    /** A sign-in is a credential, though of no use here. */
    private static Verdict<Identity> noKey(AuthRequest request, Judge judge) {
        if (request.signIns().isEmpty() && judge.rules().quirks().is(ApiQuirk.MISSING_KEY, "402")) {
            return known(Caller.ANONYMOUS);
        }
        return Verdict.refuse(
                AuthErrors.authenticationFailed(),
                "the route needs a bearer key and none was sent (docs/api/disagreements.md, \"Missing key\")");
    }

    private static Verdict<Identity> noSignIn(QuirkSettings quirks) {
        if (quirks.is(ApiQuirk.MISSING_SIGN_IN, "402")) {
            return known(Caller.ANONYMOUS);
        }
        return Verdict.refuse(
                AuthErrors.invalidSignIn(),
                "the route needs a wallet's sign-in and none was sent"
                        + " (docs/api/disagreements.md, \"Missing sign in\")");
    }

    private static Verdict<Identity> known(Caller caller) {
        return Verdict.accept(new Identity.Known(caller));
    }
}
