package dev.venicesim.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two media the same: {@code sha256:} and the hash of the exact bytes, or the URL of bytes the simulator never fetches.
 *
 * @param text as it appears in the control API
 */
public record MediaId(String text) {

    /** URLs longer than this are remembered by their hash. */
    static final int MAX_URL_CHARS = 2048;

    /** The identity of bytes that were sent, whose SHA-256 is known. */
    public static MediaId ofSha256(byte[] sha256) {
        return new MediaId("sha256:" + HexFormat.of().formatHex(sha256));
    }

    public static MediaId ofUrl(String url) {
        return url.length() <= MAX_URL_CHARS
                ? new MediaId(url)
                : new MediaId("url-sha256:" + HexFormat.of().formatHex(sha256(url)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
