package dev.venicesim.journal;

import dev.venicesim.crypto.Sha256;
import java.util.HexFormat;

/** SHA-256, as the journal writes it. */
final class Hashes {

    private Hashes() {}

    static String sha256(byte[] bytes, int offset, int length) {
        var digest = Sha256.digest();
        digest.update(bytes, offset, length);
        return hex(digest.digest());
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
