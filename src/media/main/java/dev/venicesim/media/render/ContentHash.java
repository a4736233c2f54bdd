package dev.venicesim.media.render;

import dev.venicesim.media.Digests;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A strong validator of a clip's bytes, derived from its spec without rendering it.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

    /** Raise when the same spec starts to give other bytes. */
    private static final int FORMAT = 1;

    /** The hash of what {@code spec} renders to. */
    public static ContentHash of(ClipSpec spec) {
        return of(spec, Clip.SMALLEST);
    }

    static ContentHash of(ClipSpec spec, int smallest) {
        MessageDigest digest = Digests.sha256();
        digest.update(ByteBuffer.allocate(48)
                .putInt(FORMAT)
                .putInt(smallest)
                .putInt(spec.width())
                .putInt(spec.height())
                .putInt(spec.framesPerSecond())
                .putLong(spec.duration().toNanos())
                .putInt(spec.audio() ? 1 : 0)
                .putLong(spec.seed())
                .flip());
        update(digest, spec.card().model());
        update(digest, spec.card().prompt());
        update(digest, spec.card().queueId());
        return new ContentHash(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    /** The value of an {@code ETag} header, quotes included. */
    public String etag() {
        return '"' + hex + '"';
    }

    // UTF-16 units and not UTF-8, which would give all lone surrogates the same bytes
    private static void update(MessageDigest digest, String text) {
        ByteBuffer units = ByteBuffer.allocate(4 + 2 * text.length()).putInt(text.length());
        units.asCharBuffer().put(CharBuffer.wrap(text));
        digest.update(units.rewind());
    }
}
