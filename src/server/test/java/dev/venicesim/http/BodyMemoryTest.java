package dev.venicesim.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.wire.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may take of the memory for bodies, and for how long. */
class BodyMemoryTest {

    private static final int LARGE = 1024 * 1024;
    private static final int SMALL_MEMORY = 200_000;
    private static final long LONG = 600_000;

    /** Of which a thirtieth is how long the pace of who holds memory is watched. */
    private static final long ARRIVE = 120_000;

    /** Room for one large body, and for three of 64 KiB; whoever waits, waits for ten minutes. */
    private final BodyBudget budget = new BodyBudget(LARGE, SMALL_MEMORY);

    @AutoClose
    private final HttpServer server = server(budget);

    @AutoClose
    private final Closing clients = new Closing();

    private static HttpServer server(BodyBudget budget) {
        var refusals = new HttpServer.Refusals(
                PathErrors::noRoom, RequestErrors::invalidJson, PathErrors::unknownError, path -> path);
        return HttpServer.start(
                new HttpServer.Settings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        false,
                        LARGE,
                        new HttpServer.Patience(ARRIVE, LONG, LONG),
                        Optional.empty()),
                refusals,
                threads -> request -> Reply.empty(204),
                budget);
    }

    private Client announcing(int bytes) throws IOException {
        return announcing("Content-Length: " + bytes);
    }

    private Client announcing(String framing) throws IOException {
        var client = new Client(new Socket(InetAddress.getLoopbackAddress(), server.port()));
        clients.all.add(client);
        client.send("POST / HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n");
        return client;
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, LARGE})
    void takesNoMemoryForWhatIsOnlyAnnounced(int announced) throws IOException {
        for (int i = 0; i < 100; i++) {
            announcing(announced).send("{");
        }

        assertThat(announcing(LARGE).sendBytes(LARGE).status()).isEqualTo(204);
        assertThat(announcing(65_536).sendBytes(65_536).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesTheMemoryOfWhoSendsNothingMoreToWhoWaitsForIt(boolean chunked) throws IOException {
        var idle = chunked
                ? announcing("Transfer-Encoding: chunked").chunk(BodyReader.SMALL + 1)
                : announcing(LARGE).sendBytes(BodyReader.SMALL + 1);
        await(() -> budget.free() == 0);
        var honest = announcing(LARGE).sendBytes(LARGE);

        assertThat(honest.status()).isEqualTo(204);
        assertThat(idle.status()).isEqualTo(503);
        await(() -> budget.free() == LARGE && budget.freeForSmall() == SMALL_MEMORY);
    }

    @Test
    void leavesWhoSendsNothingMoreAloneWhileNobodyWaits() throws IOException {
        var idle = announcing(LARGE).sendBytes(BodyReader.SMALL + 1);
        await(() -> budget.free() == 0);
        for (int i = 0; i < 50; i++) {
            assertThat(announcing(10).sendBytes(10).status()).isEqualTo(204);
        }

        assertThat(idle.sendBytes(LARGE - BodyReader.SMALL - 1).status()).isEqualTo(204);
    }

    @Test
    void countsTheBytesOfSmallBodiesWhileTheyAreHeld() throws IOException {
        var held = new ArrayList<Client>();
        for (int i = 0; i < 3; i++) {
            held.add(announcing(60_001).sendBytes(60_000));
        }
        await(() -> budget.freeForSmall() < 60_000);

        assertThat(announcing(60_000).sendBytes(60_000).status()).isEqualTo(503);
        assertThat(announcing(1000).sendBytes(1000).status()).isEqualTo(204);
        assertThat(held.get(0).sendBytes(1).status()).isEqualTo(204);
        // the reply may be read before what it held is given back
        await(() -> budget.freeForSmall() >= 60_000);
        assertThat(announcing(60_000).sendBytes(60_000).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {60_001, LARGE})
    void takesBackWhatAClientThatLeftHeld(int announced) throws IOException {
        var client = announcing(announced).sendBytes(announced == LARGE ? BodyReader.SMALL + 1 : 60_000);
        await(() -> budget.free() < LARGE || budget.freeForSmall() < SMALL_MEMORY - 50_000);
        client.close();

        await(() -> budget.free() == LARGE && budget.freeForSmall() == SMALL_MEMORY);
    }

    /** Until the server, which reads on threads of its own, has come so far. */
    private static void await(BooleanSupplier state) {
        while (!state.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    @Test
    void readsBodiesOfEverySizeWhole() throws IOException {
        for (int size :
                new int[] {1, 1023, 1024, 1025, 2047, 2048, 2049, 4096, 65_535, 65_536, 65_537, 131_073, LARGE}) {
            assertThat(announcing(size).sendBytes(size).status()).as("%d", size).isEqualTo(204);
            var chunked = announcing("Transfer-Encoding: chunked").chunk(size).send("0\r\n\r\n");
            assertThat(chunked.status()).as("%d in chunks", size).isEqualTo(204);
        }
    }

    private static final class Closing implements AutoCloseable {
        private final List<Client> all = new ArrayList<>();

        @Override
        public void close() throws IOException {
            for (var client : all) {
                client.close();
            }
        }
    }

    private record Client(Socket socket) {

        Client send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Client sendBytes(int count) throws IOException {
            socket.getOutputStream().write(new byte[count]);
            return this;
        }

        Client chunk(int count) throws IOException {
            return send(Integer.toHexString(count) + "\r\n").sendBytes(count).send("\r\n");
        }

        int status() throws IOException {
            socket.setSoTimeout(600_000);
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ", 3)[1]);
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
