package dev.venicesim.consent;

import dev.venicesim.crypto.Sha256;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identity of a medium, by which two are the same: {@code sha256:} and the hash of the exact bytes, or the URL of bytes
 * the simulator never fetches.
 *
 * @param text as it appears in the control API
 */
public record MediaId(String text) {

    /** URLs longer than this are remembered by their hash. */
    static final int MAX_URL_CHARS = 2048;

    private static final Pattern SHA256 = Pattern.compile("(?:sha256:)?([0-9a-fA-F]{64})");
    private static final Pattern HASHED_URL = Pattern.compile("url-sha256:[0-9a-f]{64}");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);

    /** The identity the probe gave a medium: {@code sha256:} and digits, or a URL as it was written. */
    public static MediaId of(String identity) {
        return identity.startsWith("sha256:") ? new MediaId(identity) : ofUrl(identity);
    }

    /**
     * Reads what a user calls a medium: its URL, or the SHA-256 of its bytes with or without {@code sha256:}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static MediaId parse(String written) {
        var hash = SHA256.matcher(written);
        if (hash.matches()) {
            return new MediaId("sha256:" + hash.group(1).toLowerCase(Locale.ROOT));
        }
        if (HASHED_URL.matcher(written).matches()) {
            return new MediaId(written);
        }
        if (!WEB.matcher(written).matches()) {
            throw new IllegalArgumentException(
                    "a medium is an http(s) URL, or sha256: and the 64 hexadecimal digits of its bytes' hash, not \""
                            + written + "\"");
        }
        return ofUrl(written);
    }

    private static MediaId ofUrl(String url) {
        return url.length() <= MAX_URL_CHARS
                ? new MediaId(url)
                : new MediaId("url-sha256:" + HexFormat.of().formatHex(Sha256.hash(url)));
    }
}
