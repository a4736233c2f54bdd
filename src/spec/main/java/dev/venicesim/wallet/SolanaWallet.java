package dev.venicesim.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Ed25519;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;

/**
 * A wallet on Solana: Ed25519. Its payments hold one transfer and pay the receiver of the simulator; the account they
 * come from is made up, since no chain is asked.
 */
final class SolanaWallet implements SigningWallet {

    private static final String NETWORK = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";
    private static final String TOKEN_PROGRAM = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";

    /** The token account for USDC of the receiver 8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL. */
    private static final String RECEIVING_ACCOUNT = "G2ZB4KGgxGQH9cn1wGLjzcJxTRSZvWMdm12zC1Xqj6aW";

    /** Version 0; two signers, of which one only reads; two more accounts that are only read. */
    private static final byte[] HEADER = {(byte) 0x80, 2, 1, 2};

    /** A call of account 5 on source, mint, destination and authority, with ten bytes: checked transfer. */
    private static final byte[] CALL = {5, 4, 2, 4, 3, 1, 10, 12};

    private final byte[] seed;
    private final String address;
    private final SecureRandom random;

    SolanaWallet(byte[] secretKey, SecureRandom random) {
        this.seed = Arrays.copyOf(secretKey, Ed25519.KEY_LENGTH);
        this.address = Base58.encode(Arrays.copyOfRange(secretKey, Ed25519.KEY_LENGTH, secretKey.length));
        this.random = random;
    }

    static SolanaWallet random(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            var pair = generator.generateKeyPair();
            return new SolanaWallet(
                    ByteBuffer.allocate(64)
                            .put(last32(pair.getPrivate().getEncoded()))
                            .put(last32(pair.getPublic().getEncoded()))
                            .array(),
                    random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String signIn(String baseUrl, Instant now) {
        var chain = NETWORK.substring("solana:".length());
        var text = WalletMessages.message(Family.SOLANA, address, chain, baseUrl, WalletMessages.nonce(random, 8), now)
                .text();
        var signature = Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
        return WalletMessages.encoded(Json.object()
                .put("address", address)
                .put("message", text)
                .put("signature", Base58.encode(signature))
                .put("timestamp", now.toEpochMilli())
                .put("chainId", NETWORK)
                .put("type", "ed25519"));
    }

    @Override
    public String pay(JsonNode accepts, Instant now) {
        return pay(WalletMessages.terms(accepts, NETWORK, "solana"));
    }

    @Override
    public String pay(JsonNode accepts, long micros, Instant now) {
        return pay(WalletMessages.terms(accepts, NETWORK, "solana").put("amount", Long.toString(micros)));
    }

    private String pay(ObjectNode terms) {
        var message = message(terms);
        var transaction = ByteBuffer.allocate(1 + 128 + message.length)
                .put((byte) 2)
                .put(new byte[Ed25519.SIGNATURE_LENGTH])
                .put(Ed25519.sign(seed, message))
                .put(message);
        return WalletMessages.payment(
                terms, Json.object().put("transaction", HeaderBase64.encode(transaction.array())));
    }

    private byte[] message(ObjectNode terms) {
        var blockHash = new byte[32];
        random.nextBytes(blockHash);
        var message = ByteBuffer.allocate(1024)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HEADER)
                .put((byte) 6)
                .put(key(terms.path("extra").path("feePayer").asText()))
                .put(key(address))
                .put(Sha256.hash("token account of " + address))
                .put(key(RECEIVING_ACCOUNT))
                .put(key(terms.path("asset").asText()))
                .put(key(TOKEN_PROGRAM))
                .put(blockHash)
                .put((byte) 1)
                .put(CALL)
                .putLong(Long.parseLong(terms.path("amount").asText()))
                .put((byte) 6)
                .put((byte) 0);
        return Arrays.copyOf(message.array(), message.position());
    }

    private static byte[] key(String base58) {
        return Base58.decode(base58).orElseThrow(() -> new IllegalArgumentException("not base58: " + base58));
    }

    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    @Override
    public String toString() {
        return address;
    }
}
