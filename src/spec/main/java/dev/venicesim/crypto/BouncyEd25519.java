package dev.venicesim.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 by Bouncy Castle, several times as fast as the JDK's; touched only where that is on the class path. */
final class BouncyEd25519 {

    private BouncyEd25519() {}

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }
}
