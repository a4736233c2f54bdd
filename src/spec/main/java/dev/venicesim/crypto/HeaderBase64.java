package dev.venicesim.crypto;

import java.util.Base64;
import java.util.Optional;

/** Base64 in headers: the standard or the URL-safe alphabet, padded or not. */
public final class HeaderBase64 {

    private HeaderBase64() {}

    /** The bytes, or empty if it is base64 in neither alphabet. */
    public static Optional<byte[]> decode(String text) {
        var standard = text.replace('-', '+').replace('_', '/');
        try {
            return Optional.of(Base64.getDecoder().decode(standard));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
