package dev.venicesim.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Signing, and finding the signer, on the curve of Ethereum. Every method throws {@link MissingLibraryException}
 * without Bouncy Castle.
 */
public final class Secp256k1 {

    private Secp256k1() {}

    /**
     * The address, in lower case, of the key that signed a hash; empty if the signature belongs to no key.
     *
     * @param hash 32 bytes
     */
    public static Optional<String> signer(byte[] hash, EvmSignature signature) {
        return BouncyCastle.with(
                BouncyCastle.WALLETS,
                () -> BouncySecp256k1.recover(hash, signature).map(Secp256k1::address));
    }

    /** A deterministic (RFC 6979) signature with the low s. */
    public static EvmSignature sign(byte[] hash, BigInteger privateKey) {
        return BouncyCastle.with(BouncyCastle.WALLETS, () -> BouncySecp256k1.sign(hash, privateKey));
    }

    /**
     * The address of a private key, in lower case.
     *
     * @throws IllegalArgumentException if the number is no key of the curve
     */
    public static String addressOf(BigInteger privateKey) {
        return address(BouncyCastle.with(BouncyCastle.WALLETS, () -> BouncySecp256k1.publicKey(privateKey)));
    }

    private static String address(byte[] publicKey) {
        return Hex.prefixed(Arrays.copyOfRange(Keccak.hash(publicKey), 12, 32));
    }
}
