package dev.venicesim.auth;

import static dev.venicesim.auth.SignIns.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.Caller.ApiKey;
import dev.venicesim.auth.Caller.Wallet;
import dev.venicesim.auth.KeyTraits.Kind;
import dev.venicesim.auth.KeyTraits.Magic;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAuthenticatorTest {

    private static final List<String> HOSTS = List.of(SignIns.HOST);

    @ParameterizedTest
    @ValueSource(strings = {"Bearer k-1", "bearer k-1", "BEARER   k-1 "})
    void readsAKeyWhateverTheCaseOfItsScheme(String authorization) {
        assertThat(key(AcceptedCredentials.KEY, authorization)).isEqualTo(accepted(new ApiKey("k-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "k-1",
                "Basic azox",
                "Bearer a b",
                "Bearer a\tb",
                "Bearer \u0000",
                "Bearer ключ",
                "Bearer a,Bearer b\n"
            })
    void refusesWhatIsNoKey(String authorization) {
        assertThat(error(key(AcceptedCredentials.KEY, authorization))).isEqualTo(AuthErrors.authenticationFailed());
        assertThat(error(key(AcceptedCredentials.KEY_OR_WALLET, authorization)))
                .isEqualTo(AuthErrors.authenticationFailed());
        assertThat(error(key(AcceptedCredentials.KEY_IF_SENT, authorization)))
                .isEqualTo(AuthErrors.authenticationFailed());
        assertThat(key(AcceptedCredentials.OPTIONAL_KEY, authorization)).isEqualTo(accepted(Caller.ANONYMOUS));
    }

    @Test
    void needsNoKeyWhereOneMayBeLeftOut() {
        assertThat(none(AcceptedCredentials.KEY_IF_SENT, QuirkSettings.defaults()))
                .isEqualTo(accepted(Caller.ANONYMOUS));
        assertThat(key(AcceptedCredentials.KEY_IF_SENT, "Bearer k-1")).isEqualTo(accepted(new ApiKey("k-1")));
    }

    @Test
    void refusesKeysTooLongAndHeadersThatContradict() {
        assertThat(key(AcceptedCredentials.KEY, "Bearer " + "a".repeat(512))).isInstanceOf(Verdict.Accepted.class);
        assertThat(error(key(AcceptedCredentials.KEY, "Bearer " + "a".repeat(513))))
                .isEqualTo(AuthErrors.authenticationFailed());
        assertThat(error(key(AcceptedCredentials.KEY, "Bearer a", "Bearer b")))
                .isEqualTo(AuthErrors.authenticationFailed());
        assertThat(key(AcceptedCredentials.KEY, "Bearer a", "Bearer a")).isEqualTo(accepted(new ApiKey("a")));
    }

    @Test
    void refusesMagicKeysAsTheirNamesSay() {
        assertThat(error(key(AcceptedCredentials.KEY_OR_WALLET, "Bearer bad-1")))
                .isEqualTo(AuthErrors.authenticationFailed());
        assertThat(error(key(AcceptedCredentials.KEY_OR_WALLET, "Bearer invalid")))
                .isEqualTo(AuthErrors.authenticationFailed());
        assertThat(error(key(AcceptedCredentials.KEY, "Bearer sk-inactive-7")))
                .isEqualTo(AuthErrors.subscriptionInactive());
        assertThat(key(AcceptedCredentials.OPTIONAL_KEY, "Bearer bad-1")).isEqualTo(accepted(Caller.ANONYMOUS));
    }

    @Test
    void readsTraitsOffAKey() {
        assertThat(new ApiKey("sk-broke-2").traits()).isEqualTo(new KeyTraits(Magic.BROKE, Kind.UNMARKED));
        assertThat(new ApiKey("sk-spend-limit").traits().magic()).isEqualTo(Magic.SPEND_LIMIT);
        assertThat(new ApiKey("sk-free").traits().magic()).isEqualTo(Magic.FREE);
        assertThat(new ApiKey("VENICE_ADMIN_KEY_x").traits()).isEqualTo(new KeyTraits(Magic.NONE, Kind.ADMIN));
        assertThat(new ApiKey("VENICE_INFERENCE_KEY_x").traits().kind()).isEqualTo(Kind.INFERENCE);
    }

    @Test
    void looksAtNoCredentialWhereTheRouteTakesNone() {
        assertThat(key(AcceptedCredentials.NOTHING, "Bearer bad-1")).isEqualTo(accepted(Caller.ANONYMOUS));
    }

    @Test
    void letsTheWalletWinWhereBothAreTaken() {
        var request = new AuthRequest(
                List.of("Bearer bad-1"), List.of(SignIns.good()), List.of(), AcceptedCredentials.KEY_OR_WALLET, HOSTS);
        assertThat(caller(CallerAuthenticator.of(request, QuirkSettings.defaults(), NOW)))
                .isInstanceOf(Wallet.class);
    }

    @Test
    void ignoresASignInOnARouteForKeys() {
        var both = new AuthRequest(List.of("Bearer k"), List.of("garbage"), List.of(), AcceptedCredentials.KEY, HOSTS);
        assertThat(CallerAuthenticator.of(both, QuirkSettings.defaults(), NOW)).isEqualTo(accepted(new ApiKey("k")));
        var alone = new AuthRequest(List.of(), List.of(SignIns.good()), List.of(), AcceptedCredentials.KEY, HOSTS);
        assertThat(error(CallerAuthenticator.of(alone, QuirkSettings.defaults(), NOW)))
                .isEqualTo(AuthErrors.authenticationFailed());
    }

    @Test
    void readsTheLegacyHeaderOnlyWithoutTheOther() {
        var legacy = new AuthRequest(List.of(), List.of(), List.of(SignIns.good()), AcceptedCredentials.WALLET, HOSTS);
        assertThat(caller(CallerAuthenticator.of(legacy, QuirkSettings.defaults(), NOW)))
                .isInstanceOf(Wallet.class);
        var both = new AuthRequest(List.of(), List.of("x"), List.of(SignIns.good()), AcceptedCredentials.WALLET, HOSTS);
        assertThat(error(CallerAuthenticator.of(both, QuirkSettings.defaults(), NOW))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void leavesACallerWithoutCredentialsToTheDiscovery() {
        assertThat(none(AcceptedCredentials.KEY_OR_WALLET, QuirkSettings.defaults()))
                .isEqualTo(accepted(Caller.ANONYMOUS));
        assertThat(error(none(AcceptedCredentials.KEY, QuirkSettings.defaults())))
                .isEqualTo(AuthErrors.authenticationFailed());
    }

    @Test
    void refusesAMissingSignInAsTheQuirkSays() {
        assertThat(error(none(AcceptedCredentials.WALLET, QuirkSettings.defaults())))
                .isEqualTo(AuthErrors.invalidSignIn());
        // what it is told, the challenge, is the payment stage's
        assertThat(none(AcceptedCredentials.WALLET, QuirkSettings.defaults().with("missing-sign-in", "402")))
                .isEqualTo(accepted(Caller.ANONYMOUS));
    }

    @Test
    void letsAWalletSeeOnlyItsOwn() {
        var wallet = new Wallet(WalletAddress.parse(SignIns.ADDRESS).orElseThrow());
        assertThat(CallerAuthenticator.owns(wallet, SignIns.ADDRESS, QuirkSettings.defaults()))
                .isEqualTo(Verdict.accept(wallet));
        var other = "0x" + "1".repeat(40);
        assertThat(error(CallerAuthenticator.owns(wallet, other, QuirkSettings.defaults())))
                .isEqualTo(AuthErrors.walletMismatch());
        assertThat(error(CallerAuthenticator.owns(
                        wallet, "nonsense", QuirkSettings.defaults().with("wallet-mismatch-text", "balance"))))
                .isEqualTo(AuthErrors.walletBalanceMismatch());
    }

    @ParameterizedTest
    @EnumSource(AcceptedCredentials.class)
    void neverPrintsAKey(AcceptedCredentials accepts) {
        assertThat(key(accepts, "Bearer secret-and-long").toString()).doesNotContain("secret");
        assertThat(new AuthRequest(List.of("Bearer secret"), List.of("signed"), List.of(), accepts, HOSTS).toString())
                .doesNotContain("secret")
                .doesNotContain("signed");
    }

    private static Verdict<Identity> key(AcceptedCredentials accepts, String... authorization) {
        var request = new AuthRequest(Arrays.asList(authorization), List.of(), List.of(), accepts, HOSTS);
        return CallerAuthenticator.of(request, QuirkSettings.defaults(), NOW);
    }

    private static Verdict<Identity> none(AcceptedCredentials accepts, QuirkSettings quirks) {
        return CallerAuthenticator.of(new AuthRequest(List.of(), List.of(), List.of(), accepts, HOSTS), quirks, NOW);
    }

    private static Verdict<Identity> accepted(Caller caller) {
        return Verdict.accept(new Identity.Known(caller));
    }

    private static Caller caller(Verdict<Identity> verdict) {
        return verdict.fold(Identity::caller, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    private static ApiError error(Verdict<?> verdict) {
        return verdict.fold(
                value -> {
                    throw new AssertionError("accepted: " + value);
                },
                refusal -> refusal.error());
    }
}
