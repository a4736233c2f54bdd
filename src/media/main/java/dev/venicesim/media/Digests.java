package dev.venicesim.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that name media by their bytes. */
public final class Digests {

    private Digests() {}

    /** A SHA-256 to feed piece by piece; not safe for more than one thread. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
