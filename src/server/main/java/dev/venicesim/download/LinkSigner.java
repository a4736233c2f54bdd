package dev.venicesim.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signer and verifier of the tokens of download links: base64url of a version byte, world id, job id and an HMAC-SHA256
 * over all three. Whoever lacks the key can neither guess nor alter one, and a token that is not ours, whole and
 * unaltered reads as nothing at all.
 */
public final class LinkSigner {

    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    /** Most bytes of a world's or a job's id. */
    public static final int MAX_ID_BYTES = 127;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int MAC_BYTES = 32;
    private static final int MAX_TOKEN_CHARS = 400;
    private static final byte[] PURPOSE = "venice-sim download link".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;

    /**
     * A signer with a key of {@value #KEY_BYTES} bytes.
     *
     * @throws IllegalArgumentException if the key has another length
     */
    public LinkSigner(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a link key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The token of a target: letters, digits, {@code -} and {@code _} only.
     *
     * @throws IllegalArgumentException if an id is longer than 127 bytes
     */
    public String sign(LinkTarget target) {
        var world = id(target.worldId());
        var job = id(target.jobId());
        var payload = ByteBuffer.allocate(3 + world.length + job.length)
                .put(VERSION)
                .put((byte) world.length)
                .put(world)
                .put((byte) job.length)
                .put(job)
                .array();
        var token = Arrays.copyOf(payload, payload.length + MAC_BYTES);
        System.arraycopy(mac(payload), 0, token, payload.length, MAC_BYTES);
        return encode(token);
    }

    /** What a token opens, or nothing if it was not signed with this key just as it stands. */
    public Optional<LinkTarget> verify(String token) {
        if (token.length() > MAX_TOKEN_CHARS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // the decoder forgives padding and stray bits, so several texts would stand for the same bytes
        if (bytes.length <= MAC_BYTES || !encode(bytes).equals(token)) {
            return Optional.empty();
        }
        var payload = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
        var claimed = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        return MessageDigest.isEqual(mac(payload), claimed) ? read(ByteBuffer.wrap(payload)) : Optional.empty();
    }

    private static Optional<LinkTarget> read(ByteBuffer payload) {
        if (payload.get() != VERSION) {
            return Optional.empty();
        }
        return Optional.of(new LinkTarget(text(payload), text(payload)));
    }

    private static String text(ByteBuffer payload) {
        var bytes = new byte[payload.get()];
        payload.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] id(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_ID_BYTES) {
            throw new IllegalArgumentException("an id has at most " + MAX_ID_BYTES + " bytes: " + id);
        }
        return bytes;
    }

    private byte[] mac(byte[] payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
