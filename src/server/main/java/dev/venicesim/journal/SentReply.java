package dev.venicesim.journal;

import java.util.Optional;

/**
 * Account of how a reply that is streamed was sent. It belongs to an entry that is in the journal before the first byte
 * goes out, and is written once, when the last one has gone or the connection has broken.
 */
public final class SentReply {

    /** Of a reply that is not streamed. */
    public static final SentReply NONE = new SentReply();

    private volatile Optional<End> end = Optional.empty();

    /**
     * End of a reply.
     *
     * @param bytes how many bytes of its body were handed to the connection
     * @param of how many there were to send
     */
    public record End(long bytes, long of) {

        /** Whether nothing is missing. */
        public boolean isWhole() {
            return bytes == of;
        }
    }

    /** Whether it is streamed at all. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isStreamed() {
        return this != NONE;
    }

    /**
     * Form in which servers tell it each other.
     *
     * @param streamed whether it is streamed at all
     * @param end how it ended; empty while it is under way
     */
    public record Written(boolean streamed, Optional<End> end) {}

    /** One that was written down. */
    public static SentReply of(Written written) {
        if (!written.streamed()) {
            return NONE;
        }
        var sent = new SentReply();
        sent.end = written.end();
        return sent;
    }

    public Written written() {
        return new Written(isStreamed(), end);
    }

    /** How it ended; empty while it is under way. */
    public Optional<End> end() {
        return end;
    }

    /** Takes down how it ended. {@link #NONE}, which all share, has no end. */
    public void ended(long bytes, long of) {
        if (!isStreamed()) {
            throw new IllegalStateException("a reply that is not streamed has no end");
        }
        end = Optional.of(new End(bytes, of));
    }
}
