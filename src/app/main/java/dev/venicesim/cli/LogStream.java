package dev.venicesim.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Buffer in which log lines wait a moment, so that many of them cost one write: under load there is one for every
 * request. Nothing stays longer than {@value #EVERY_MILLIS} ms, and once closed everything passes through at once.
 */
final class LogStream extends OutputStream {

    static final int EVERY_MILLIS = 10;

    private static final int CAPACITY = 64 * 1024;

    private final PrintStream target;
    private final Executor later;
    private final byte[] waiting = new byte[CAPACITY];
    private int size;
    private boolean closed;

    LogStream(PrintStream target) {
        this(target, CompletableFuture.delayedExecutor(EVERY_MILLIS, TimeUnit.MILLISECONDS, Runnable::run));
    }

    /**
     * A stream before another.
     *
     * @param later runs what it is given once the moment is over
     */
    LogStream(PrintStream target, Executor later) {
        this.target = target;
        this.later = later;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (length > CAPACITY - size) {
            flush();
        }
        if (closed || length > CAPACITY) {
            target.write(bytes, from, length);
            return;
        }
        if (size == 0 && length > 0) {
            later.execute(this::flush);
        }
        System.arraycopy(bytes, from, waiting, size, length);
        size += length;
    }

    @Override
    public synchronized void flush() {
        target.write(waiting, 0, size);
        size = 0;
        target.flush();
    }

    /** Leaves the target open. */
    @Override
    public synchronized void close() {
        closed = true;
        flush();
    }
}
