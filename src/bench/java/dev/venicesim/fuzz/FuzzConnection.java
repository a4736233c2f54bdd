package dev.venicesim.fuzz;

import dev.venicesim.fuzz.FuzzInput.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connection that sends inputs one after another and judges what comes back. One thread's. */
final class FuzzConnection implements AutoCloseable {

    /** A guard against a server that never answers, not a limit of its speed on a busy machine. */
    private static final int PATIENCE_MILLIS = 180_000;

    /** After which a connection is left to {@link Lingering}, so that the next input can be sent. */
    private static final int QUICK_MILLIS = 2_000;

    private static final List<String> FULL =
            List.of("at capacity", "holds too many", "already wait", "this call was left", "a library");

    private static final int KEPT = 64 * 1024;

    private final int port;
    private final Lingering lingering;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    FuzzConnection(int port, Lingering lingering) {
        this.port = port;
        this.lingering = lingering;
    }

    private record Reply(int status, String head, String body, boolean last) {}

    /** Sends an input; says what is wrong with the answer, if anything is. */
    Optional<String> send(FuzzInput input) {
        try {
            return input.answer() == Answer.ANY_BYTES ? wire(input) : request(input);
        } catch (SocketTimeoutException e) {
            close();
            return Optional.of("no answer within " + PATIENCE_MILLIS / 1000 + " s");
        } catch (IOException e) {
            close();
            // a refused or broken connection is an answer; a server that is gone shows when the next one is opened
            return Optional.empty();
        }
    }

    /** Bytes that are no HTTP: this end is closed after them, and the other has to follow, if not at once. */
    private Optional<String> wire(FuzzInput input) throws IOException {
        var own = open();
        own.setSoTimeout(QUICK_MILLIS);
        var all = new ByteArrayOutputStream();
        try {
            own.getOutputStream().write(input.bytes());
            own.shutdownOutput();
            all.writeBytes(read(own.getInputStream(), Integer.MAX_VALUE));
            own.close();
        } catch (SocketTimeoutException e) {
            lingering.add(own, input.kind());
            return Optional.empty();
        } catch (IOException e) {
            own.close();
        }
        var text = all.toString(StandardCharsets.ISO_8859_1);
        return text.contains("\tat ") ? Optional.of("a stack trace: " + text) : serverError(text);
    }

    private static Optional<String> serverError(String all) {
        return all.startsWith("HTTP/1.1 5")
                        && !all.startsWith("HTTP/1.1 505")
                        && !all.startsWith("HTTP/1.1 501")
                        && !all.startsWith("HTTP/1.1 503")
                ? Optional.of(all.substring(0, Math.min(300, all.length())))
                : Optional.empty();
    }

    private Optional<String> request(FuzzInput input) throws IOException {
        if (socket == null) {
            socket = open();
            in = new BufferedInputStream(socket.getInputStream());
        }
        var fresh = socket;
        try {
            fresh.getOutputStream().write(input.bytes());
        } catch (IOException e) {
            // refused before all of it was sent: the reply is there
        }
        var reply = reply(input.isHead());
        if (reply.last()) {
            close();
        }
        if (reply.body().contains("\tat ")) {
            return Optional.of("a stack trace: " + reply.body());
        }
        var asked = reply.status() < 500 || input.answer() == Answer.ANY_STATUS || isFull(reply) || isOfAStub(reply);
        return asked ? Optional.empty() : Optional.of(reply.status() + " " + reply.body());
    }

    /** What says that there is no room says no more than that. */
    private static boolean isFull(Reply reply) {
        return reply.status() == 503 && FULL.stream().anyMatch(reply.body()::contains);
    }

    /** A mapping that was made for any path answers for all of them, whatever it says. */
    private static boolean isOfAStub(Reply reply) {
        return reply.head().toLowerCase(Locale.ROOT).contains("matched-stub-id:")
                || reply.body().startsWith("the stub broke: ")
                || reply.body().startsWith("the stub's bodyFileName ")
                || reply.body().startsWith("a stub that may take this request was left: ");
    }

    private Reply reply(boolean bodiless) throws IOException {
        var head = head();
        while (head.startsWith("HTTP/1.1 100")) {
            head = head();
        }
        if (!head.startsWith("HTTP/1.1 ")) {
            throw new IOException("no reply: " + head);
        }
        var status = Integer.parseInt(head.substring(9, 12));
        var lower = head.toLowerCase(Locale.ROOT);
        var close = lower.contains("connection: close");
        if (bodiless || status == 204 || status == 304) {
            return new Reply(status, head, "", close);
        }
        if (lower.contains("transfer-encoding: chunked")) {
            return new Reply(
                    status,
                    head,
                    new String(read(java.util.Objects.requireNonNull(in), Integer.MAX_VALUE), StandardCharsets.UTF_8),
                    true);
        }
        var at = lower.indexOf("content-length: ");
        var length = at < 0
                ? Integer.MAX_VALUE
                : Integer.parseInt(
                        head.substring(at + 16, head.indexOf('\r', at)).strip());
        return new Reply(
                status,
                head,
                new String(read(java.util.Objects.requireNonNull(in), length), StandardCharsets.UTF_8),
                close || at < 0);
    }

    private String head() throws IOException {
        var stream = java.util.Objects.requireNonNull(in);
        var head = new ByteArrayOutputStream();
        var ends = 0;
        while (ends < 4) {
            var next = stream.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
            ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** So many bytes or all until the end; the first of them are kept. */
    private static byte[] read(InputStream from, int length) throws IOException {
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (var left = length; left > 0; ) {
            var read = from.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            kept.write(buffer, 0, Math.min(read, KEPT - Math.min(KEPT, kept.size())));
            left -= read;
        }
        return kept.toByteArray();
    }

    private Socket open() throws IOException {
        var opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setSoTimeout(PATIENCE_MILLIS);
        opened.setTcpNoDelay(true);
        return opened;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is left anyway
        }
        socket = null;
        in = null;
    }
}
