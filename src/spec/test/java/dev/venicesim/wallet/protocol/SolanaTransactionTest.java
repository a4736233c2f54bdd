package dev.venicesim.wallet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Vectors;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SolanaTransactionTest {

    @Test
    void readsWhatTheReferenceClientBuilt() {
        assertThat(Vectors.load("payments-solana")).hasSize(2).allSatisfy(vector -> {
            var payer = vector.path("address").asText();
            var wire = HeaderBase64.decode(vector.path("payload")
                            .path("payload")
                            .path("transaction")
                            .asText())
                    .orElseThrow();
            var transaction = SolanaTransaction.decode(wire).orElseThrow();
            assertThat(transaction.instructions()).hasSize(4);
            assertThat(transaction.accounts())
                    .contains(vector.path("sourceAccount").asText());
            assertThat(transaction.signatureBy(payer)).isPresent();
            assertThat(transaction.signatureBy(transaction.account(0))).isEmpty();
            assertThat(transaction.account(200)).isEmpty();
        });
    }

    @Property(tries = 300)
    void refusesCutTransactionsAndNeverThrows(@ForAll int where, @ForAll byte mask) {
        var wire = wire();
        var at = Math.floorMod(where, wire.length);
        assertThat(SolanaTransaction.decode(Arrays.copyOf(wire, at))).isEmpty();
        wire[at] ^= mask;
        assertThat(SolanaTransaction.decode(wire)).isNotNull();
    }

    @Test
    void refusesMoreBytesThanAPacketHolds() {
        assertThat(SolanaTransaction.decode(new byte[SolanaTransaction.MAX_BYTES + 1]))
                .isEmpty();
        assertThat(SolanaTransaction.decode(Arrays.copyOf(wire(), wire().length + 1)))
                .isEmpty();
    }

    private static byte[] wire() {
        var payload = Vectors.load("payments-solana").get(0).path("payload").path("payload");
        return HeaderBase64.decode(payload.path("transaction").asText()).orElseThrow();
    }
}
