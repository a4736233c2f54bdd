package dev.venicesim.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Streams of messages, one in each line, that end together: what was asked before the input ended is answered first. An
 * agent's script may end right behind its last question.
 */
public final class AnsweredStreams {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int PARSE_ERROR = -32_700;
    private static final int INVALID_REQUEST = -32_600;

    private final InputStream in;
    private final Answers out;
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

    /** What is said of a line that is no message, and whose reader would answer nothing any more; empty for a message. */
    private static Optional<ObjectNode> objection(byte[] line) {
        try {
            var message = Json.read(line);
            var isMessage = message.isObject()
                    && (message.path("method").isTextual() || message.has("result") || message.has("error"));
            return isMessage
                    ? Optional.empty()
                    : Optional.of(error(INVALID_REQUEST, "the line is no JSON-RPC message: it has no method"));
        } catch (IOException e) {
            return Optional.of(error(PARSE_ERROR, "the line is not JSON; send one JSON-RPC message in each line"));
        }
    }

    private static ObjectNode error(int code, String message) {
        var reply = Json.object().put("jsonrpc", "2.0").putNull("id");
        reply.putObject("error").put("code", code).put("message", message);
        return reply;
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

        /** Takes the next line that is a message; none at the end. */
        private boolean next() throws IOException {
            for (var taken = line(); taken.length > 0; taken = line()) {
                var objection = objection(taken);
                if (objection.isEmpty()) {
                    if (isOf(true, taken)) {
                        change(() -> asked++);
                    }
                    line = new ByteArrayInputStream(taken);
                    return true;
                }
                if (!new String(taken, StandardCharsets.UTF_8).isBlank()) {
                    out.say(objection.get());
                }
            }
            end();
            return false;
        }

        private byte[] line() throws IOException {
            var taken = new ByteArrayOutputStream();
            for (var letter = from.read(); letter >= 0; letter = from.read()) {
                taken.write(letter);
                if (letter == '\n') {
                    break;
                }
            }
            return taken.toByteArray();
        }
    }

    /** Output that counts replies line by line. */
    private final class Answers extends OutputStream {

        private final OutputStream to;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Queue<byte[]> waiting = new ArrayDeque<>();

        private Answers(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
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
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                to.write(next);
            }
        }

        /** Says something of its own, never within a line of others. */
        private synchronized void say(JsonNode message) throws IOException {
            var said = (message + "\n").getBytes(StandardCharsets.UTF_8);
            if (line.size() > 0) {
                waiting.add(said);
                return;
            }
            to.write(said);
            to.flush();
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
