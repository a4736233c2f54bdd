package dev.venicesim.crypto;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An ECDSA signature of which only one form is accepted: its s is in the lower half of the order, so that it cannot be
 * changed into another that holds too.
 *
 * @param r at least 1, below 2^256
 * @param s at least 1, at most half the order of secp256k1
 * @param parity of the point's y, 0 or 1
 */
public record EvmSignature(BigInteger r, BigInteger s, int parity) {

    /** Half the order of secp256k1. Source: EIP-2. */
    private static final BigInteger HIGHEST_S =
            new BigInteger("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0", 16);

    private static final int LENGTH = 65;

    /**
     * Reads 65 bytes of hex, r then s then v, where v is 0, 1, 27 or 28; empty for any other length or v, for r or s of
     * zero and for a high s.
     */
    public static Optional<EvmSignature> parse(String hex) {
        return Hex.decode(hex).filter(bytes -> bytes.length == LENGTH).flatMap(EvmSignature::of);
    }

    /** Whether a text is hex of some other length than a key's signature has: such are contracts' own. */
    public static boolean looksLikeContract(String hex) {
        return Hex.decode(hex).filter(bytes -> bytes.length > LENGTH).isPresent();
    }

    private static Optional<EvmSignature> of(byte[] bytes) {
        var r = new BigInteger(1, bytes, 0, 32);
        var s = new BigInteger(1, bytes, 32, 32);
        var v = bytes[64] & 0xff;
        var parity = v >= 27 ? v - 27 : v;
        var wellFormed = parity <= 1 && r.signum() > 0 && s.signum() > 0 && s.compareTo(HIGHEST_S) <= 0;
        return wellFormed ? Optional.of(new EvmSignature(r, s, parity)) : Optional.empty();
    }

    /** The form wallets send: {@code 0x}, r, s, and v as 27 or 28. */
    public String hex() {
        return "0x" + Hex.word(r) + Hex.word(s) + (parity == 0 ? "1b" : "1c");
    }
}
