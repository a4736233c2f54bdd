package dev.venicesim.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.ReplyDamage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class StalledClientsTest {

    private static final int MAX_BODY = 10_000;

    /** A limit for hanging tests, not one of their speed. */
    private static final int PATIENCE_MILLIS = 600_000;

    private static HttpServer server(Reply reply) {
        return server(reply, BodyBudget.ofHeap(MAX_BODY));
    }

    private static HttpServer server(Reply reply, BodyBudget memory) {
        var refusals = new HttpServer.Refusals(
                PathErrors::noRoom, RequestErrors::invalidJson, PathErrors::unknownError, path -> path);
        return HttpServer.start(
                new HttpServer.Settings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        false,
                        MAX_BODY,
                        new HttpServer.Patience(PATIENCE_MILLIS, PATIENCE_MILLIS, 300),
                        Optional.empty()),
                refusals,
                threads -> request -> reply,
                memory);
    }

    private static Socket asked(HttpServer server) throws IOException {
        var socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void cutsAClientThatReadsNothingForTooLong() throws Exception {
        var whole = new CompletableFuture<Boolean>();
        var endless = new Content.Stream(
                (position, target) -> {
                    var size = target.remaining();
                    target.position(target.limit());
                    return size;
                },
                0,
                1L << 40,
                (sent, ended) -> whole.complete(ended));
        try (var server = server(new Reply.Now(200, Map.of(), endless));
                var socket = asked(server)) {
            assertThat(whole.get()).isFalse();
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void forgetsAClientThatGivesUpOnSilence() throws Exception {
        var gone = new CompletableFuture<Void>();
        var silent = new Reply.Silent(new CompletableFuture<>(), () -> gone.complete(null));
        try (var server = server(silent);
                var socket = asked(server)) {
            socket.shutdownOutput();
            assertThat(gone.thenApply(done -> true).get()).isTrue();
        }
    }

    @Test
    void doesNotWaitAtItsEndForConnectionsItHasReset() throws Exception {
        var reset = new Content.Spoiled(new Content.None(), new ReplyDamage.Reset());
        try (var server = server(new Reply.Now(200, Map.of(), reset));
                var socket = asked(server)) {
            assertThat(ended(socket)).isTrue();
            // a server that waited for it would still wait when the suite's limit for hanging tests is over
            server.drain(Duration.ofHours(1));
        }
    }

    @Test
    void answersAChunkThatIsNoneWithinSecondsAndCloses() throws Exception {
        var memory = new BodyBudget(MAX_BODY, MAX_BODY);
        try (var server = server(Reply.empty(200), memory);
                var socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            var out = socket.getOutputStream();
            socket.setSoTimeout(PATIENCE_MILLIS);
            out.write(("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n" + " ".repeat(0x1000)
                            + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            // the first chunk is read by itself
            while (memory.freeForSmall() > MAX_BODY - 0x1000) {
                LockSupport.parkNanos(100_000);
            }
            out.write("zz\r\n".getBytes(StandardCharsets.US_ASCII));
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(reply).startsWith("HTTP/1.1 400 ").contains("Connection: close");
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
