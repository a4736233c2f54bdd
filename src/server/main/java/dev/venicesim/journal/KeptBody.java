package dev.venicesim.journal;

/** A body as the journal keeps it. */
public sealed interface KeptBody {

    /** No body. */
    KeptBody NONE = new Text("", new byte[0], 0);

    /** Most bytes of a body that are kept. */
    int MAX_KEPT = 16 * 1024;

    /** About how much memory it takes. */
    long weight();

    /**
     * JSON or other text.
     *
     * @param type its media type as sent
     * @param kept the bytes, or as many as are kept; shared, never written to
     * @param bytes how many there were
     */
    record Text(String type, byte[] kept, long bytes) implements KeptBody {
        @Override
        public long weight() {
            return 64L + kept.length;
        }
    }

    /**
     * Media, of which only the hash and the size are kept.
     *
     * @param sha256 64 hexadecimal digits
     */
    record Media(String type, String sha256, long bytes) implements KeptBody {
        @Override
        public long weight() {
            return 200;
        }
    }
}
