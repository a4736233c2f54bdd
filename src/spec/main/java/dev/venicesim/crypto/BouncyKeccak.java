package dev.venicesim.crypto;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 by Bouncy Castle. */
final class BouncyKeccak {

    private BouncyKeccak() {}

    static byte[] hash(byte[][] parts) {
        var digest = new KeccakDigest(256);
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
