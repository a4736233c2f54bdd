package dev.venicesim.world;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Random identifiers. The one room, with {@code time}, where the simulator is not a function of its input. */
public final class Ids {

    private static final int KEY_BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    /**
     * A UUID of version 7: 48 bits of Unix milliseconds, then random. Real queue ids are of this kind.
     * Source: observed-behaviour A2, ids of 2026-03-29 and 2026-07-12; RFC 9562 section 5.7.
     */
    public String uuidV7(Instant now) {
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

    /** A request id in the form of the {@code CF-RAY} header; told apart, not kept secret. */
    public String ray() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + "-SIM";
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
