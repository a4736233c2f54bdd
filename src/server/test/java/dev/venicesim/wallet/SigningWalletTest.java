package dev.venicesim.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.auth.Identity;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.billing.x402.Payments;
import dev.venicesim.billing.x402.VerifiedPayment;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Vectors;
import dev.venicesim.error.Verdict;
import dev.venicesim.money.Usd;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningWalletTest {

    private static final Instant NOW = Vectors.NOW;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonNode ACCEPTS = PaymentRequired.topUp().body().path("accepts");

    static Stream<SigningWallet> wallets() {
        return Stream.of(SigningWallet.base(RANDOM), SigningWallet.solana(RANDOM));
    }

    @ParameterizedTest
    @MethodSource("wallets")
    void signsInWhereItIsTold(SigningWallet wallet) {
        var header = wallet.signIn("http://localhost:9090/api/v1", NOW);
        assertThat(walletOf(header, "localhost:9090")).isEqualTo(wallet.address());
        assertThat(walletOf(header, "localhost:9091")).isEqualTo("refused");
    }

    @ParameterizedTest
    @MethodSource("wallets")
    void signsInWithANewNonceEveryTime(SigningWallet wallet) {
        assertThat(wallet.signIn("http://localhost/api/v1", NOW))
                .isNotEqualTo(wallet.signIn("http://localhost/api/v1", NOW));
    }

    @ParameterizedTest
    @MethodSource("wallets")
    void paysWhatIsAskedOrAnotherAmount(SigningWallet wallet) {
        var asked = payment(wallet.pay(ACCEPTS, NOW));
        assertThat(asked.wallet().display()).isEqualTo(wallet.address());
        assertThat(asked.amount()).isEqualTo(Usd.ofCents(500));
        var more = payment(wallet.pay(ACCEPTS, 12_345_678, NOW));
        assertThat(more.amount()).isEqualTo(Usd.ofMicros(12_345_678));
        assertThat(more.id()).isNotEqualTo(asked.id());
    }

    @Test
    void isTheWalletOfAGivenKey() {
        var account = Vectors.load("accounts").get(2);
        assertThat(SigningWallet.base(account.path("key").asText(), RANDOM).address())
                .isEqualTo(account.path("address").asText());
        var solana = Vectors.load("sign-in-solana").get(0);
        var secret = Hex.decode(solana.path("secretKey").asText()).orElseThrow();
        assertThat(SigningWallet.solana(Base58.encode(secret), RANDOM).address())
                .isEqualTo(solana.path("address").asText());
    }

    @Test
    void saysWhatAKeyLooksLikeAndWhatItCannotPay() {
        assertThatThrownBy(() -> SigningWallet.base("0x12", RANDOM)).hasMessageContaining("32 bytes of hex");
        assertThatThrownBy(() -> SigningWallet.solana("abc", RANDOM)).hasMessageContaining("base58 of 64 bytes");
        var none = PaymentRequired.topUp().body().path("nothing");
        assertThatThrownBy(() -> SigningWallet.base(RANDOM).pay(none, NOW)).hasMessageContaining("nothing is accepted");
    }

    private static String walletOf(String header, String host) {
        var request = new AuthRequest(List.of(), List.of(header), List.of(), AcceptedCredentials.WALLET, List.of(host));
        Verdict<Identity> verdict = CallerAuthenticator.of(request, QuirkSettings.defaults(), NOW);
        return verdict.fold(
                identity -> ((Caller.Wallet) identity.caller()).address().display(), refusal -> "refused");
    }

    private static VerifiedPayment payment(String header) {
        return Payments.verify(header, NOW).fold(good -> good, refusal -> {
            throw new AssertionError(refusal);
        });
    }
}
