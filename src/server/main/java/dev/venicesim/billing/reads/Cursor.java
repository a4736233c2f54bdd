package dev.venicesim.billing.reads;

import dev.venicesim.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The continuation token of usage-history: the query as text behind a digest over it and its owner, in base64url. The
 * digest finds tokens that were changed or belong to somebody else; it protects no secret.
 */
final class Cursor {

    private static final int DIGEST_BYTES = 12;
    private static final String SEPARATOR = ",";

    private Cursor() {}

    static String write(UsageHistory.Query query, String owner) {
        var text = String.join(
                SEPARATOR,
                Long.toString(query.from()),
                query.currency(),
                bound(query.start()),
                bound(query.end()),
                Integer.toString(query.pageSize()));
        var payload = text.getBytes(StandardCharsets.UTF_8);
        var digest = digest(payload, owner);
        var token = Arrays.copyOf(digest, DIGEST_BYTES + payload.length);
        System.arraycopy(payload, 0, token, DIGEST_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static Optional<UsageHistory.Query> read(String cursor, String owner) {
        try {
            var token = Base64.getUrlDecoder().decode(cursor);
            if (token.length <= DIGEST_BYTES) {
                return Optional.empty();
            }
            var payload = Arrays.copyOfRange(token, DIGEST_BYTES, token.length);
            var digest = Arrays.copyOf(token, DIGEST_BYTES);
            return MessageDigest.isEqual(digest, digest(payload, owner))
                    ? Optional.of(query(new String(payload, StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static UsageHistory.Query query(String text) {
        var fields = text.split(SEPARATOR, -1);
        return new UsageHistory.Query(
                Long.parseLong(fields[0]),
                fields[1],
                fields[2].isEmpty() ? Instant.MIN : Instant.parse(fields[2]),
                fields[3].isEmpty() ? Instant.MAX : Instant.parse(fields[3]),
                Integer.parseInt(fields[4]));
    }

    private static String bound(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? "" : instant.toString();
    }

    private static byte[] digest(byte[] payload, String owner) {
        var sha256 = Sha256.digest();
        sha256.update(owner.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return Arrays.copyOf(sha256.digest(payload), DIGEST_BYTES);
    }
}
