package dev.venicesim.crypto;

import java.nio.charset.StandardCharsets;

/** The hash a wallet signs when it signs a text: EIP-191, version 0x45. */
public final class Eip191 {

    private Eip191() {}

    /**
     * 32 bytes.
     *
     * @throws MissingLibraryException without Bouncy Castle
     */
    public static byte[] digest(String text) {
        var message = text.getBytes(StandardCharsets.UTF_8);
        var prefix = "\u0019Ethereum Signed Message:\n" + message.length;
        return Keccak.hash(prefix.getBytes(StandardCharsets.UTF_8), message);
    }
}
