package dev.venicesim.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data URL as far as the journal keeps it.
 *
 * @param type its media type
 * @param sha256 of its decoded bytes
 * @param bytes how many those are
 */
record KeptDataUrl(String type, String sha256, long bytes) {

    private static final int LONGEST_TYPE = 200;
    private static final int CHUNK = 64 * 1024;
    private static final String BASE64 = ";base64";

    /**
     * Reads one where it lies in a JSON document or by itself, decoding a piece at a time; empty if it is no base64
     * data URL.
     *
     * @param known its decoded bytes, if somebody decoded them already
     */
    static Optional<KeptDataUrl> find(byte[] document, int offset, int length, DecisionTrace.@Nullable Medium known) {
        var head = new String(document, offset, Math.min(LONGEST_TYPE, length), StandardCharsets.ISO_8859_1);
        var comma = head.indexOf(',');
        if (!head.startsWith("data:") || comma < 0 || !head.substring(0, comma).endsWith(BASE64)) {
            return Optional.empty();
        }
        var type = head.substring("data:".length(), comma - BASE64.length()).replace("\\/", "/");
        if (known != null) {
            return Optional.of(new KeptDataUrl(type, known.sha256(), known.bytes()));
        }
        try {
            return Optional.of(hash(type, document, offset + comma + 1, offset + length));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One whose payload cannot be decoded: hash and size are those of its text. */
    static KeptDataUrl raw(byte[] document, int offset, int length) {
        return new KeptDataUrl("data URL that cannot be decoded", Hashes.sha256(document, offset, length), length);
    }

    private static KeptDataUrl hash(String type, byte[] document, int from, int end) {
        var digest = Sha256.digest();
        var chunk = new byte[CHUNK];
        var filled = 0;
        long bytes = 0;
        for (int i = from; i < end; i++) {
            if (document[i] != '\\') {
                chunk[filled++] = document[i];
            }
            if (filled == CHUNK || i == end - 1) {
                var decoded = Base64.getDecoder().decode(filled == CHUNK ? chunk : Arrays.copyOf(chunk, filled));
                digest.update(decoded);
                bytes += decoded.length;
                filled = 0;
            }
        }
        return new KeptDataUrl(type, Hashes.hex(digest.digest()), bytes);
    }

    JsonNode json() {
        return BodyJson.media(sha256, bytes, type);
    }
}
