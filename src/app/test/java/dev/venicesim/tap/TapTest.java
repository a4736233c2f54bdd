package dev.venicesim.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.money.Usd;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tap does to what passes it: nothing, but for money and its target's own links. */
@Timeout(150)
class TapTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n";

    private static Tap tap(String baseUrl, Optional<String> maxUsd) {
        return Tap.start(
                new TapTarget(baseUrl, ServerTrust.ofJava()),
                new Tap.Address("127.0.0.1", 0),
                maxUsd.map(usd -> new SpendingCap(Usd.parse(usd), Usd.ZERO, Optional.empty())),
                TimeSource.system());
    }

    private static Http client(Tap tap) {
        return new Http(tap.baseUrl()).with("Authorization", "Bearer my-key-for-the-tap");
    }

    @Test
    void withoutACapWhatMayCostMoneyIsNotSentAndWhatIsFreeIs() throws IOException {
        try (var target = Sim.start();
                var tap = tap(target.simulator().baseUrl(), Optional.empty())) {
            var client = client(tap);
            var refused = client.post("/video/queue", Requests.WAN);
            assertThat(refused.status()).isEqualTo(402);
            assertThat(refused.json().path("error").asText()).contains("venice-sim tap", "--max-usd");
            assertThat(refused.header("X-Venice-Sim-Tap")).isEqualTo("refused");
            assertThat(client.post("/video/transcriptions", "{}")
                            .json()
                            .path("error")
                            .asText())
                    .contains("nobody says what it costs");
            assertThat(client.post("/chat/completions", "{}").status()).isEqualTo(402);
            assertThat(client.post("/video//queue", Requests.WAN).status()).isEqualTo(402);
            assertThat(client.post("/video/quote", Requests.WAN).status()).isEqualTo(200);
            assertThat(client.post("/x402/top-up", "").header("X-Venice-Sim-Tap"))
                    .isEmpty();
            assertThat(client.with("X-402-Payment", "e30=")
                            .post("/x402/top-up", "")
                            .header("X-Venice-Sim-Tap"))
                    .isEqualTo("refused");
            assertThat(target.control().get("/costs").json().path("usd").asDouble())
                    .isZero();
        }
    }

    @Test
    void theFirstCallOverTheCapIsRefusedAndWhatTheTargetRefusesCostsNothing() {
        try (var target = Sim.start(config -> config.limits(false));
                var tap = tap(target.simulator().baseUrl(), Optional.of("1.20"))) {
            var client = client(tap);
            assertThat(client.post("/video/queue", Requests.WAN.replace("prompt", "promt"))
                            .status())
                    .isEqualTo(400);
            assertThat(tap.spent()).isEqualTo(Usd.ZERO);
            assertThat(client.post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            assertThat(client.post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            var third = client.post("/video/queue", Requests.WAN);
            assertThat(third.status()).isEqualTo(402);
            assertThat(third.text()).contains("it would cost 0.55 USD, and 1.10 of 1.20 USD are spent", "--max-usd");
            assertThat(client.post("/video/queue", "{\"model\":\"nobody-has-it\"}")
                            .text())
                    .contains("the target quotes no price for it");
            assertThat(tap.spent()).isEqualTo(Usd.parse("1.10"));
            assertThat(target.control().get("/costs").json().path("usd").asDouble())
                    .isEqualTo(1.10);
        }
    }

    @Test
    void sixtyFourClientsAtOnceEachGetTheirOwnReply() throws Exception {
        var threads = Executors.newFixedThreadPool(64);
        try (var target = Sim.start(config -> config.limits(false).jobTime("polls:0"));
                var tap = tap(target.simulator().baseUrl(), Optional.of("100"))) {
            var together = new CountDownLatch(64);
            var all = new ArrayList<Future<String>>();
            for (var number = 0; number < 64; number++) {
                var own = new Http(tap.baseUrl()).with("Authorization", "Bearer client-number-" + number);
                Callable<String> call = () -> {
                    together.countDown();
                    together.await();
                    var queued = own.post("/video/queue", Requests.WAN);
                    return own.post("/video/retrieve", Requests.ticket(queued)).header("Content-Type");
                };
                all.add(threads.submit(call));
            }
            for (var one : all) {
                assertThat(one.get()).isEqualTo("video/mp4");
            }
            assertThat(tap.session().entries()).hasSize(128);
            assertThat(tap.spent()).isEqualTo(Usd.parse("35.20"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void headersAndBytesPassAsTheyAreAndThoseOfTheHopDoNot() throws IOException {
        var reply =
                "HTTP/1.1 418 Teapot\r\nDate: Mon, 01 Jan 2001 00:00:00 GMT\r\nX-Odd-NAME: one\r\nX-Odd-NAME: two\r\n"
                        + "Connection: close, X-Hop\r\nX-Hop: gone\r\nContent-Length: 4\r\n\r\n\u0000\u00ff{\"";
        try (var target = RawTarget.saying(reply);
                var tap = tap(target.baseUrl(), Optional.empty())) {
            var answer = client(tap).with("X-Client-Header", "kept").get("/models?type=video&x=%2F%7e");
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.bytes()).containsExactly(0, 0xff, '{', '"');
            assertThat(answer.response().headers().allValues("x-odd-name")).containsExactly("one", "two");
            assertThat(answer.header("Date")).isEqualTo("Mon, 01 Jan 2001 00:00:00 GMT");
            assertThat(answer.header("X-Hop")).isEmpty();
            assertThat(target.lines())
                    .contains(
                            "GET /api/v1/models?type=video&x=%2F%7e HTTP/1.1",
                            "X-Client-Header: kept",
                            "Host: " + URI.create(target.baseUrl()).getAuthority())
                    .noneMatch(line -> line.contains("X-Forwarded"));
        }
    }

    @Test
    void aRedirectIsHandedOnAndNotFollowed() throws IOException {
        try (var elsewhere = RawTarget.saying(OK + "\r\n{}");
                var target = RawTarget.saying("HTTP/1.1 307 Moved\r\nLocation: " + elsewhere.baseUrl()
                        + "/models\r\nContent-Length: 0\r\n\r\n");
                var tap = tap(target.baseUrl(), Optional.empty())) {
            var answer = client(tap).get("/models");
            assertThat(answer.status()).isEqualTo(307);
            assertThat(answer.header("Location")).isEqualTo(elsewhere.baseUrl() + "/models");
            assertThat(elsewhere.lines()).isEmpty();
        }
    }

    @Test
    void whatIsNoPathOfTheTargetGoesNowhere() throws IOException {
        try (var elsewhere = RawTarget.saying(OK + "\r\n{}");
                var target = RawTarget.saying(OK + "\r\n{}");
                var tap = tap(target.baseUrl(), Optional.empty());
                var socket = connect(tap)) {
            var asked = "GET " + elsewhere.baseUrl() + "/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
            assertThat(elsewhere.lines()).isEmpty();
            assertThat(target.lines()).isEmpty();
        }
    }

    private static Socket connect(Tap tap) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(tap.baseUrl()).getPort());
    }

    @Test
    void aClientThatCutsEndsTheTargetsReplyToo() throws Exception {
        var cut = new CountDownLatch(1);
        try (var target = new RawTarget(out -> endless(out, cut));
                var tap = tap(target.baseUrl(), Optional.empty())) {
            try (var socket = connect(tap)) {
                socket.getOutputStream()
                        .write("GET /v1/share/read/abc HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
            }
            cut.await();
        }
    }

    private static void endless(OutputStream out, CountDownLatch cut) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        try {
            var piece = new byte[64 * 1024];
            for (var sent = 0L; sent < 4L * 1024 * 1024 * 1024; sent += piece.length) {
                out.write(piece);
            }
        } catch (IOException e) {
            cut.countDown();
        }
    }

    @Test
    void aTargetThatDiesInAReplyIsNotTakenForOneThatEnded() throws IOException {
        Tap tap;
        try (var target = RawTarget.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")) {
            tap = tap(target.baseUrl(), Optional.of("5"));
            var client = client(tap);
            assertThatThrownBy(() -> client.get("/models")).isInstanceOf(UncheckedIOException.class);
            assertThat(tap.session().entries()).isEmpty();
        }
        try (tap) {
            var gone = client(tap).get("/models");
            assertThat(gone.status()).isEqualTo(502);
            assertThat(gone.text()).contains("the target cannot be reached: nothing listens there");
            assertThat(client(tap).post("/video/queue", Requests.WAN).text()).contains("quotes no price");
        }
    }

    @Test
    void aLinkToTheTargetPassesTheTapAndOneToAnotherHostStays() throws IOException {
        var elsewhere =
                "{\"model\":\"m\",\"queue_id\":\"q\",\"download_url\":\"https://files.example/v1/share/read/t\"}";
        try (var target = RawTarget.saying("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        + elsewhere.length() + "\r\n\r\n" + elsewhere);
                var tap = tap(target.baseUrl(), Optional.empty())) {
            // a GET costs nothing, and what is turned is told by the path alone
            assertThat(client(tap).get("/video/queue").text()).isEqualTo(elsewhere);
        }
        try (var target = Sim.start();
                var tap = tap(target.simulator().baseUrl(), Optional.of("5"))) {
            var reply = client(tap).post("/video/queue", Requests.PRIVATE_GROK).json();
            assertThat(reply.path("download_url").asText())
                    .startsWith(tap.baseUrl().replace("/api/v1", "/v1/share/read/"));
        }
    }
}
