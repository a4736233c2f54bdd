package dev.venicesim.wire;

import java.nio.ByteBuffer;
import java.util.function.Function;

/** The body of a reply. */
public sealed interface Content {

    /** No body at all. */
    record None() implements Content {}

    /** A body at hand. Never written to once a reply carries it. */
    record Bytes(byte[] bytes) implements Content {}

    /**
     * A body that is produced while it is sent, from the sending thread, as fast as the client reads it.
     *
     * @param source where the bytes come from
     * @param offset first byte to send
     * @param length how many bytes to send
     * @param delivery told how it ended, once
     */
    record Stream(Source source, long offset, long length, Delivery delivery) implements Content {}

    /**
     * A body without an end of its own: what there is to say is sent as it comes.
     *
     * @param opening called once the reply has begun, with what takes bytes from then on
     */
    record Live(Function<Sink, Audience> opening) implements Content {}

    /**
     * A body that does not arrive as it should.
     *
     * @param whole what was to be sent; not itself spoiled
     * @param damage what becomes of it
     */
    record Spoiled(Content whole, ReplyDamage damage) implements Content {}

    /** Bytes by position; reading does not block. */
    @FunctionalInterface
    interface Source {

        /**
         * Fills the buffer as far as it can from a position on; returns how many bytes were put, at least 1 before the
         * end.
         */
        int read(long position, ByteBuffer target);
    }

    /** Told how a delivery ended. */
    @FunctionalInterface
    interface Delivery {

        /** Does nothing. */
        Delivery IGNORED = (sent, whole) -> {};

        /**
         * Called once.
         *
         * @param sent how many bytes were handed to the connection
         * @param whole true after the last byte was, false if it broke before
         */
        void ended(long sent, boolean whole);
    }

    /** What sends the bytes of a live body; safe for many threads. */
    interface Sink {

        /** Sends bytes after those before; kept until the client reads them, so whoever sends looks at {@link #idle}. */
        void send(byte[] bytes);

        /** Whether everything so far has been handed to the connection. */
        boolean idle();

        /** Ends the body. */
        void end();
    }

    /** Told what becomes of a live body. */
    interface Audience {

        /** Everything so far has been handed to the connection. */
        void ready();

        /** The client is gone, or the body has ended; called once. */
        void gone();
    }
}
