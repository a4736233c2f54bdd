package dev.venicesim.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Streams of messages, one in each line, that end together: what was asked before the input ended is answered first. An
 * agent's script may end right behind its last question.
 */
public final class AnsweredStreams {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream in;
    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long asked;
    private long answered;
    private boolean ended;

    public AnsweredStreams(InputStream in, OutputStream out) {
        this.in = new Questions(in);
        this.out = new Answers(out);
    }

    public InputStream in() {
        return in;
    }

    public OutputStream out() {
        return out;
    }

    /** Returns once the input has ended, and what was asked is answered or nobody answers it any more. */
    public void awaitEnd() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ended) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Holds the end back from the reader, who answers nothing any more once it has seen it. */
    private void end() throws IOException {
        lock.lock();
        try {
            var left = PATIENCE.toNanos();
            while (answered < asked && left > 0) {
                left = changed.awaitNanos(left);
            }
            ended = true;
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a message is of a request, or of the reply to one: those have an id, and the former a method. */
    private static boolean isOf(boolean request, byte[] line) {
        try {
            JsonNode message = Json.read(line);
            return message.has("id") && message.has("method") == request;
        } catch (IOException e) {
            return false;
        }
    }

    /** Input that counts requests line by line. */
    private final class Questions extends InputStream {

        private final InputStream from;
        private InputStream line = new ByteArrayInputStream(new byte[0]);

        private Questions(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = line.read(buffer, offset, length);
            if (read >= 0 || length == 0) {
                return read;
            }
            return next() ? line.read(buffer, offset, length) : -1;
        }

        /** Takes the next line; none at the end. */
        private boolean next() throws IOException {
            var taken = new ByteArrayOutputStream();
            for (var letter = from.read(); letter >= 0; letter = from.read()) {
                taken.write(letter);
                if (letter == '\n') {
                    break;
                }
            }
            if (taken.size() == 0) {
                end();
                return false;
            }
            if (isOf(true, taken.toByteArray())) {
                change(() -> asked++);
            }
            line = new ByteArrayInputStream(taken.toByteArray());
            return true;
        }
    }

    /** Output that counts replies line by line. */
    private final class Answers extends OutputStream {

        private final OutputStream to;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private Answers(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            to.write(bytes, offset, length);
            for (var i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') {
                    told();
                } else {
                    line.write(bytes[i]);
                }
            }
        }

        private void told() throws IOException {
            if (isOf(false, line.toByteArray())) {
                to.flush();
                change(() -> answered++);
            }
            line.reset();
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
