package dev.venicesim.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Hex;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A wallet with its private key, for tests: never put money into one. Thread-safe. Wallets on Base need Bouncy Castle.
 */
public sealed interface SigningWallet permits BaseWallet, SolanaWallet {

    /** A new wallet on Base. */
    static SigningWallet base(SecureRandom random) {
        var key = new BigInteger(248, random).add(BigInteger.ONE);
        return new BaseWallet(key, random);
    }

    /**
     * The wallet of a private key on Base.
     *
     * @param privateKey 32 bytes of hex, with or without {@code 0x}
     * @param random makes nonces
     */
    static SigningWallet base(String privateKey, SecureRandom random) {
        var key = Hex.decode(privateKey)
                .filter(bytes -> bytes.length == 32)
                .orElseThrow(() -> new IllegalArgumentException("a private key on Base is 32 bytes of hex"));
        return new BaseWallet(new BigInteger(1, key), random);
    }

    /** A new wallet on Solana. */
    static SigningWallet solana(SecureRandom random) {
        return SolanaWallet.random(random);
    }

    /**
     * The wallet of a private key on Solana.
     *
     * @param secretKey the base58 of 64 bytes, private then public, as Solana's tools write it
     * @param random makes nonces
     */
    static SigningWallet solana(String secretKey, SecureRandom random) {
        var bytes = Base58.decode(secretKey)
                .filter(key -> key.length == 64)
                .orElseThrow(() -> new IllegalArgumentException("a secret key on Solana is base58 of 64 bytes"));
        return new SolanaWallet(bytes, random);
    }

    /** The address as people write it: with mixed case on Base, base58 on Solana. */
    String address();

    /**
     * A value for {@code SIGN-IN-WITH-X}, good once and for five minutes.
     *
     * @param baseUrl what the client calls, with scheme and host: the domain that is signed
     * @param now real time
     */
    String signIn(String baseUrl, Instant now);

    /**
     * A value for {@code PAYMENT-SIGNATURE} that pays the amount asked for.
     *
     * @param accepts the array of that name in the 402 of the top-up route
     * @param now real time
     * @throws IllegalArgumentException if nothing in the array is of this wallet's network
     */
    String pay(JsonNode accepts, Instant now);

    /** Like {@link #pay(JsonNode, Instant)} with another amount, in millionths of a dollar. */
    String pay(JsonNode accepts, long micros, Instant now);
}
