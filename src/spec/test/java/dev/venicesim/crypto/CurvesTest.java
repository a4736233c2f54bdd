package dev.venicesim.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.wallet.protocol.TransferAuthorization;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.endo.GLVEndomorphism;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256k1").getN();

    /** Its numbers make products of points faster, and wrong if one of them is. */
    @Test
    void setsItsCurveUpAsBouncyCastlesTableDoes() {
        var named = CustomNamedCurves.getByName("secp256k1");
        var ours = BouncyCurve.DOMAIN;
        assertThat(ours.getG().getEncoded(false)).isEqualTo(named.getG().getEncoded(false));
        assertThat(List.of(ours.getN(), ours.getH())).containsExactly(named.getN(), named.getH());
        assertThat(ours.getCurve()).isEqualTo(named.getCurve());
        var scalars = new Random(7);
        for (var i = 0; i < 100; i++) {
            var scalar = new BigInteger(256, scalars).mod(ORDER);
            assertThat(halves(ours.getCurve(), scalar)).isEqualTo(halves(named.getCurve(), scalar));
            assertThat(ECAlgorithms.sumOfTwoMultiplies(
                            ours.getG(), scalar, ours.getG().twice(), scalar))
                    .isEqualTo(new FixedPointCombMultiplier()
                            .multiply(
                                    ours.getG(),
                                    scalar.multiply(BigInteger.valueOf(3)).mod(ORDER)));
        }
    }

    private static BigInteger[] halves(ECCurve curve, BigInteger scalar) {
        return ((GLVEndomorphism) curve.getEndomorphism()).decomposeScalar(scalar);
    }

    @Test
    void derivesTheAddressesThatViemDerives() {
        assertThat(Vectors.load("accounts")).hasSize(4).allSatisfy(vector -> {
            var address = Secp256k1.addressOf(key(vector));
            assertThat(WalletAddress.parse(address).orElseThrow().display())
                    .isEqualTo(vector.path("address").asText());
        });
    }

    @Test
    void signsTextsBitForBitAsEthersAndViemDo() {
        assertThat(Vectors.load("sign-in-evm")).hasSize(11).allSatisfy(vector -> {
            var digest = Eip191.digest(vector.path("message").asText());
            var theirs = vector.path("payload").path("signature").asText();
            assertThat(Secp256k1.sign(digest, key(vector)).hex()).isEqualTo(theirs);
            assertThat(Secp256k1.signer(digest, EvmSignature.parse(theirs).orElseThrow()))
                    .contains(Secp256k1.addressOf(key(vector)));
        });
    }

    @Test
    void hashesTransferAuthorizationsAsViemDoes() {
        var usdc = new TransferAuthorization.Token("USD Coin", "2", 8453, "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913");
        assertThat(Vectors.load("transfer-digests")).hasSize(5).allSatisfy(vector -> {
            var fields = vector.path("authorization");
            var authorization = new TransferAuthorization(
                    fields.path("from").asText(),
                    fields.path("to").asText(),
                    new BigInteger(fields.path("value").asText()),
                    new BigInteger(fields.path("validAfter").asText()),
                    new BigInteger(fields.path("validBefore").asText()),
                    fields.path("nonce").asText());
            assertThat(Hex.prefixed(authorization.digest(usdc)))
                    .isEqualTo(vector.path("digest").asText());
        });
    }

    @Test
    void refusesTheMalleatedTwinOfEverySignature() {
        var good = signature();
        var twin = new EvmSignature(good.r(), ORDER.subtract(good.s()), 1 - good.parity());
        assertThat(EvmSignature.parse(good.hex())).contains(good);
        assertThat(EvmSignature.parse(twin.hex())).isEmpty();
    }

    @Test
    void readsTheFourKnownFormsOfVAndNoOther() {
        var body = signature().hex().substring(0, 130);
        assertThat(Arrays.asList("00", "01", "1b", "1c"))
                .allSatisfy(v -> assertThat(EvmSignature.parse(body + v)).isPresent());
        assertThat(Arrays.asList("02", "03", "1a", "1d", "ff", "", "1b1b"))
                .allSatisfy(v -> assertThat(EvmSignature.parse(body + v)).isEmpty());
    }

    @Test
    void findsNoSignerForNumbersThatAreNoPoint() {
        var hash = Keccak.hash(new byte[] {1});
        var five = BigInteger.valueOf(5);
        assertThat(Secp256k1.signer(hash, new EvmSignature(five, BigInteger.ONE, 0)))
                .isEmpty();
        assertThat(Secp256k1.signer(hash, new EvmSignature(ORDER, BigInteger.ONE, 0)))
                .isEmpty();
        assertThat(Secp256k1.signer(
                        hash, new EvmSignature(BigInteger.TWO.pow(256).subtract(BigInteger.ONE), five, 1)))
                .isEmpty();
        assertThat(EvmSignature.parse("0x" + "0".repeat(128) + "1b")).isEmpty();
    }

    @Test
    void refusesPrivateKeysOutsideTheCurve() {
        assertThatThrownBy(() -> Secp256k1.addressOf(BigInteger.ZERO)).hasMessageContaining("private key");
        assertThatThrownBy(() -> Secp256k1.addressOf(ORDER)).hasMessageContaining("private key");
    }

    @Test
    void verifiesWhatTweetnaclSigned() {
        assertThat(Vectors.load("sign-in-solana")).hasSize(5).allSatisfy(vector -> {
            var secret = Hex.decode(vector.path("secretKey").asText()).orElseThrow();
            var key = Arrays.copyOfRange(secret, 32, 64);
            var message = vector.path("message").asText().getBytes(StandardCharsets.UTF_8);
            var signature = Ed25519.sign(Arrays.copyOf(secret, 32), message);
            assertThat(Base58.encode(key)).isEqualTo(vector.path("address").asText());
            assertThat(vector.path("payload").path("signature").asText())
                    .isIn(Base58.encode(signature), HeaderBase64.encode(signature));
            assertThat(Ed25519.verify(key, message, signature)).isTrue();
            assertThat(Ed25519.verifyByJdk(key, message, signature)).isTrue();
            signature[0] ^= 1;
            assertThat(Ed25519.verify(key, message, signature)).isFalse();
            assertThat(Ed25519.verifyByJdk(key, message, signature)).isFalse();
        });
    }

    @Test
    void refusesKeysOfSmallOrderUnderWhichAnythingHolds() {
        var identity = new byte[32];
        identity[0] = 1;
        var forged = Arrays.copyOf(identity, 64);
        assertThat(Ed25519.verify(identity, new byte[] {1, 2, 3}, forged)).isFalse();
        var signed = identity.clone();
        signed[31] |= (byte) 0x80;
        assertThat(Ed25519.verify(signed, new byte[] {1, 2, 3}, forged)).isFalse();
        assertThat(Ed25519.verify(new byte[31], new byte[0], forged)).isFalse();
        assertThat(Ed25519.verify(identity, new byte[0], new byte[63])).isFalse();
    }

    private static EvmSignature signature() {
        return Secp256k1.sign(Keccak.hash(new byte[] {7}), BigInteger.TEN);
    }

    private static BigInteger key(JsonNode vector) {
        return new BigInteger(1, Hex.decode(vector.path("key").asText()).orElseThrow());
    }
}
