package dev.venicesim.auth;

import static dev.venicesim.auth.SignIns.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.Caller.Wallet;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.Verdict;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NonceWindowTest {

    private static final Wallet WALLET =
            new Wallet(WalletAddress.parse(SignIns.ADDRESS).orElseThrow());

    @Test
    void spendsANonceOnceInFiveAndAHalfMinutes() {
        var window = spend(NonceWindow.EMPTY, "n", NOW);
        assertThat(verdict(window, "n", NOW.plusSeconds(329))).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(window, "other", NOW)).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict(window, "n", NOW.plusSeconds(330))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void namesTheReuseWhereCodesAreOn() {
        var window = spend(NonceWindow.EMPTY, "n", NOW);
        var codes = QuirkSettings.defaults().with("sign-in-codes", "on");
        var again = window.spend(new Identity.SignedIn(WALLET, "n"), AcceptedCredentials.KEY_OR_WALLET, codes, NOW);
        assertThat(again.<String>fold(
                        spent -> "accepted",
                        refusal -> refusal.error().body().path("code").asText()))
                .isEqualTo("X402_SIGN_IN_NONCE_REUSED");
    }

    @Test
    void staysBoundedAndForgetsTheOldestFirst() {
        var window = NonceWindow.EMPTY;
        for (var i = 0; i < 20_000; i++) {
            window = spend(window, "n" + i, NOW);
        }
        assertThat(window.chunks().stream().mapToInt(java.util.Map::size).sum()).isBetween(16_000, 16_384);
        assertThat(window.isSpent("n19999", NOW)).isTrue();
        assertThat(window.isSpent("n0", NOW)).isFalse();
    }

    @Test
    void dropsWhatItNeedNoLongerRemember() {
        var window = NonceWindow.EMPTY;
        for (var i = 0; i < 1_000; i++) {
            window = spend(window, "n" + i, NOW.plusSeconds(i));
        }
        assertThat(window.chunks().stream().mapToInt(java.util.Map::size).sum()).isBetween(330, 330 + 64);
    }

    @Property(tries = 50)
    void remembersEveryNonceThatIsNotTooOld(@ForAll @IntRange(min = 1, max = 300) int count) {
        var window = NonceWindow.EMPTY;
        for (var i = 0; i < count; i++) {
            window = spend(window, "n" + i, NOW.plusSeconds(i));
        }
        for (var i = 0; i < count; i++) {
            assertThat(window.isSpent("n" + i, NOW.plusSeconds(count))).isTrue();
        }
    }

    private static NonceWindow spend(NonceWindow window, String nonce, Instant now) {
        return verdict(window, nonce, now).fold(spent -> spent, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    private static Verdict<NonceWindow> verdict(NonceWindow window, String nonce, Instant now) {
        return window.spend(
                new Identity.SignedIn(WALLET, nonce), AcceptedCredentials.WALLET, QuirkSettings.defaults(), now);
    }
}
