package dev.venicesim.crypto;

/** Keccak-256, the hash of Ethereum, which is not the SHA3-256 of the JDK. */
public final class Keccak {

    private Keccak() {}

    /**
     * The 32-byte hash of the parts, one after the other.
     *
     * @throws MissingLibraryException if Bouncy Castle is not on the class path
     */
    public static byte[] hash(byte[]... parts) {
        return BouncyCastle.with(BouncyCastle.WALLETS, () -> BouncyKeccak.hash(parts));
    }
}
