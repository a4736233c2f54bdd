package dev.venicesim.tap;

import dev.venicesim.http.StreamedExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Memory for bodies that have to be read before they are sent on, since their price is in them. */
final class WholeBodies {

    /** The API itself takes no longer ones. */
    private static final int MOST_BYTES = 36 * 1024 * 1024;

    private static final int MIB = 1024 * 1024;
    private static final int ROOM =
            (int) Math.max(2L * MOST_BYTES, Runtime.getRuntime().maxMemory() / 8) / MIB;

    private final Semaphore room = new Semaphore(ROOM, true);

    /** A body that is in memory; its room is given back when it is closed. */
    record Whole(byte[] bytes, Semaphore room, int taken) implements AutoCloseable {
        @Override
        public void close() {
            room.release(taken);
        }
    }

    /** The body of an exchange, once there is room for it; nothing if it is longer than the API takes. */
    Optional<Whole> of(StreamedExchange exchange) throws IOException, InterruptedException {
        if (exchange.length() > MOST_BYTES) {
            return Optional.empty();
        }
        var expected = exchange.length() == StreamedExchange.UNKNOWN ? MOST_BYTES : exchange.length();
        var taken = (int) (expected / MIB) + 1;
        room.acquire(taken);
        var kept = false;
        try {
            var bytes = exchange.body().readNBytes(MOST_BYTES + 1);
            kept = bytes.length <= MOST_BYTES;
            return kept ? Optional.of(new Whole(bytes, room, taken)) : Optional.empty();
        } finally {
            if (!kept) {
                room.release(taken);
            }
        }
    }
}
