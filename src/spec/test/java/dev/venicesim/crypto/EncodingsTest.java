package dev.venicesim.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.wallet.protocol.WalletAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EncodingsTest {

    @Test
    void hashesAsViemDoes() {
        assertThat(Vectors.load("keccak256"))
                .hasSize(9)
                .allSatisfy(vector -> assertThat(Hex.prefixed(
                                Keccak.hash(vector.path("text").asText().getBytes(StandardCharsets.UTF_8))))
                        .isEqualTo(vector.path("hash").asText()));
    }

    @Test
    void writesAndReadsBase58AsBs58Does() {
        assertThat(Vectors.load("base58")).hasSize(8).allSatisfy(vector -> {
            var bytes = Hex.decode(vector.path("hex").asText()).orElseThrow();
            assertThat(Base58.encode(bytes)).isEqualTo(vector.path("base58").asText());
            assertThat(Base58.decode(vector.path("base58").asText())).contains(bytes);
        });
    }

    @Property(tries = 200)
    void base58GivesBackWhatWasEncoded(@ForAll @Size(max = 64) byte[] bytes) {
        assertThat(Base58.decode(Base58.encode(bytes))).contains(bytes);
    }

    @Test
    void refusesLettersOutsideTheBase58AlphabetAndOverlongText() {
        assertThat(Base58.decode("0OIl")).isEmpty();
        assertThat(Base58.decode("2".repeat(Base58.MAX_LENGTH + 1))).isEmpty();
    }

    @Test
    void readsEitherBase64AlphabetWithOrWithoutPadding() {
        var bytes = new byte[] {(byte) 0xfb, (byte) 0xef, (byte) 0xff, 1};
        for (var text : new String[] {"++//AQ==", "++//AQ", "--__AQ==", "--__AQ"}) {
            assertThat(HeaderBase64.decode(text)).as(text).contains(bytes);
        }
        assertThat(HeaderBase64.decode("++/*")).isEmpty();
        assertThat(HeaderBase64.decode("A")).isEmpty();
    }

    @Test
    void readsHexOfWholeBytesOnly() {
        assertThat(Hex.decode("0xAbcD")).contains(new byte[] {(byte) 0xab, (byte) 0xcd});
        assertThat(Hex.decode("0xabc")).isEmpty();
        assertThat(Hex.decode("0xzz")).isEmpty();
    }

    @Test
    void normalisesWalletAddresses() {
        var evm = WalletAddress.parse("0x1e5091E64a668eCF03f07F365dfab0612Df2806E")
                .orElseThrow();
        assertThat(evm.text()).isEqualTo("0x1e5091e64a668ecf03f07f365dfab0612df2806e");
        assertThat(evm.display()).isEqualTo("0x1e5091E64a668eCF03f07F365dfab0612Df2806E");
        var solana = "8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL";
        assertThat(WalletAddress.parse(solana).map(WalletAddress::display)).contains(solana);
        assertThat(Arrays.asList("", "0x1", solana + "1", "0X" + "1".repeat(40), "1".repeat(45), "1".repeat(31)))
                .allSatisfy(text -> assertThat(WalletAddress.parse(text)).isEmpty());
    }
}
