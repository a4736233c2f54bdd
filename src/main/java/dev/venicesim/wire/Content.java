package dev.venicesim.wire;

import java.nio.ByteBuffer;

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
     * A body that does not arrive as it should.
     *
     * @param whole what was to be sent; not itself spoiled
     * @param damage what becomes of it
     */
    record Spoiled(Content whole, Damage damage) implements Content {}

    /** Bytes by position; reading does not block. */
    @FunctionalInterface
    interface Source {

        /** Fills the buffer as far as it can from a position on; returns how many bytes were put, at least 1 before the end. */
        int read(long position, ByteBuffer target);
    }

    /** Told how a delivery ended. */
    @FunctionalInterface
    interface Delivery {

        /** Does nothing. */
        Delivery IGNORED = whole -> {};

        /** Called once: with true after the last byte was handed to the connection, with false if it broke before. */
        void ended(boolean whole);
    }
}
