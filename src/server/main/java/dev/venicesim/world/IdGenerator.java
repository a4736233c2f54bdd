package dev.venicesim.world;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Random identifiers. The one room, with {@code time}, where the simulator is not a function of its input. */
public final class IdGenerator {

    private static final int KEY_BYTES = 20;
    private static final String RAY = "-SIM";
    private static final int NONCE_LETTERS = 21;
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final SecureRandom random = new SecureRandom();
    private final Supplier<Optional<String>> issued;

    public IdGenerator() {
        this(Optional::empty);
    }

    /**
     * Ids that were issued once are issued again, as long as there are any.
     *
     * @param issued the next queue id; a new one is drawn if it is empty
     */
    public IdGenerator(Supplier<Optional<String>> issued) {
        this.issued = issued;
    }

    /**
     * A UUID of version 7: 48 bits of Unix milliseconds, then random. Real queue ids are of this kind.
     * Source: docs/api/queue.md#queue-ids, ids of 2026-03-29 and 2026-07-12; RFC 9562 section 5.7.
     */
    public String uuidV7(Instant now) {
        return issued.get().orElseGet(() -> drawn(now));
    }

    private String drawn(Instant now) {
        var high = (now.toEpochMilli() << 16) | 0x7000 | (random.nextInt() & 0x0fff);
        var low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** An API key of the form that the API's own have. */
    public String apiKey() {
        return "VENICE_INFERENCE_KEY_" + hex(KEY_BYTES);
    }

    /** So many random bytes in hexadecimal. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    /**
     * A nonce as the live server offers them: 21 letters of an alphabet that is safe in URLs. Of those about half hold a
     * hyphen or an underscore; each of these holds a hyphen, so that a client that cannot take one fails each time.
     * Source: docs/api/wallets.md#nonces, a challenge of 2026-05-06.
     */
    public String urlSafeNonce() {
        var letters = new StringBuilder();
        for (var at = 0; at < NONCE_LETTERS; at++) {
            letters.append(URL_SAFE.charAt(random.nextInt(URL_SAFE.length())));
        }
        letters.setCharAt(1 + random.nextInt(NONCE_LETTERS - 2), '-');
        return letters.toString();
    }

    /** A request id in the form of the {@code CF-RAY} header; told apart, not kept secret. */
    public String ray() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + RAY;
    }

    /** The id of a request that has one already, in the same form. */
    public static String ray(String spanId) {
        return spanId + RAY;
    }

    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public long seed() {
        return random.nextLong();
    }
}
