package dev.venicesim.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Damage;
import dev.venicesim.wire.Reply;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StalledClientsTest {

    private static HttpServer server(Reply reply) {
        var refusals = new HttpServer.Refusals(
                request -> Reply.error(PathErrors.noRoom()),
                PathErrors::noRoom,
                RequestErrors::invalidJson,
                PathErrors::unknownError);
        return HttpServer.start(
                new HttpServer.Settings("127.0.0.1", 0, Optional.empty(), false, 1000, 300),
                refusals,
                threads -> request -> reply);
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
                whole::complete);
        try (var server = server(new Reply.Now(200, Map.of(), endless));
                var socket = asked(server)) {
            assertThat(whole.get(20, TimeUnit.SECONDS)).isFalse();
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
            assertThat(gone.thenApply(done -> true).get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void doesNotWaitAtItsEndForConnectionsItHasReset() throws Exception {
        var reset = new Content.Spoiled(new Content.None(), new Damage.Reset());
        try (var server = server(new Reply.Now(200, Map.of(), reset));
                var socket = asked(server)) {
            assertThat(ended(socket)).isTrue();
            var started = System.nanoTime();
            server.drain(Duration.ofSeconds(15));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void answersAChunkThatIsNoneWithinSecondsAndCloses() throws Exception {
        try (var server = server(Reply.empty(200));
                var socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            // lets the first chunk be read by itself
            socket.setSoTimeout(200);
            try {
                socket.getInputStream().read();
            } catch (java.net.SocketTimeoutException e) {
                socket.setSoTimeout(20_000);
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
