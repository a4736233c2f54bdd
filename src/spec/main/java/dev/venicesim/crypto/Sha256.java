package dev.venicesim.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the JDK. */
public final class Sha256 {

    /** Never fed, only copied: to look the algorithm up costs more than to hash a key. */
    private static final MessageDigest BLANK = lookUp();

    private Sha256() {}

    /** A digest to feed piece by piece; not safe for more than one thread. */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) BLANK.clone();
        } catch (CloneNotSupportedException e) {
            return lookUp();
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The 32-byte hash of a text in UTF-8. */
    public static byte[] hash(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
