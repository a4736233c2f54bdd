package dev.venicesim.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong on the way of a reply, its exchange ends. */
class BrokenRepliesTest {

    private static final Reply.Now NO_STATUS = new Reply.Now(1000, Map.of(), new Content.None());
    private static final Reply.Now NO_HEADER =
            new Reply.Now(200, Map.of("A B\r\n", "x"), new Content.Bytes(new byte[] {'x'}));

    private static HttpServer server(Handler handler) {
        var refusals = new HttpServer.Refusals(
                PathErrors::noRoom, RequestErrors::invalidJson, PathErrors::unknownError, path -> path);
        return HttpServer.start(
                new HttpServer.Settings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        false,
                        1000,
                        HttpServer.Patience.of(Duration.ofMinutes(1)),
                        Optional.empty()),
                refusals,
                threads -> handler);
    }

    /** All that comes until the connection ends. */
    private static String answer(HttpServer server, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(600_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    private static String answer(HttpServer server) throws IOException {
        return answer(server, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    @Test
    void answersOurBugWhereAReplyCannotBeSent() throws IOException {
        try (var server = server(request -> NO_STATUS)) {
            assertThat(answer(server)).startsWith("HTTP/1.1 500 ").contains("An unknown error occurred");
        }
        try (var server = server(request -> new Reply.Later(CompletableFuture.completedFuture(NO_STATUS)))) {
            assertThat(answer(server)).startsWith("HTTP/1.1 500 ");
        }
    }

    @Test
    void neverLeavesAClientWithoutAnEnd() throws IOException {
        try (var server = server(request -> NO_HEADER)) {
            assertThat(answer(server)).doesNotContain("A B\r\n: x");
        }
        try (var server = server(request -> {
            throw new StackOverflowError("as if");
        })) {
            assertThat(answer(server)).startsWith("HTTP/1.1 500 ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutsTheConnectionAndTellsTheProcessWhereMemoryRanOut(boolean later) throws Exception {
        var told = new CompletableFuture<Throwable>();
        Handler handler = request -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.complete(failure));
            var error = new OutOfMemoryError("as if");
            if (later) {
                return new Reply.Later(CompletableFuture.failedFuture(error));
            }
            throw error;
        };
        try (var server = server(handler)) {
            assertThat(answer(server)).doesNotContain("HTTP/1.1 200");
            assertThat(told.get(600, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void refusesALongHeadAtOnce() throws IOException {
        try (var server = server(request -> Reply.empty(204))) {
            assertThat(answer(server, "GET /?" + "&".repeat(1_000_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .doesNotStartWith("HTTP/1.1 2");
            assertThat(answer(server, "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(900_000) + "\r\n\r\n"))
                    .doesNotStartWith("HTTP/1.1 2");
            assertThat(answer(
                            server,
                            "GET /?" + "&".repeat(30_000) + " HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(30_000)
                                    + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 204");
        }
    }
}
