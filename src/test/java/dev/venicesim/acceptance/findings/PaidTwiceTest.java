package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A blind retry of a queue call that was paid for, and its near twins. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaidTwiceTest {

    @AutoClose
    private final Sim sim = Sim.start();

    private Sim.World struckOnce(String fault) {
        var world = sim.world("\"jobTime\":\"145s\"");
        var set = world.control().put("/scenario", "jobTime: 145s\nfaults: [{ on: queue, nth: 1, " + fault + " }]");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return world;
    }

    private static Http.Answer queue(Sim.World world) {
        return world.api().post("/video/queue", Requests.WAN);
    }

    private static void paidTwice(Sim.World world, long... requests) {
        var finding = Found.only(world, "paid-twice", requests);
        assertThat(finding.path("costUsd").asText()).isEqualTo("0.55");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(world.balanceUsd()).isEqualTo("98.9");
    }

    @Test
    void tellsOfARetryAfterA502ThatHadBeenPaidFor() {
        var world = struckOnce("phase: after, respond: { status: 502 }");
        assertThat(queue(world).status()).isEqualTo(502);
        assertThat(Found.rules(world)).isEmpty();
        assertThat(queue(world).status()).isEqualTo(200);

        paidTwice(world, 1, 2);
        assertThat(Found.all(world).path(0).path("evidence").path(0).asText()).contains("POST /api/v1/video/queue 502");
    }

    @Test
    void isContentWithARetryAfterA502ThatCameBeforeTheCharge() {
        var world = struckOnce("phase: before, respond: { status: 502 }");
        assertThat(queue(world).status()).isEqualTo(502);
        assertThat(queue(world).status()).isEqualTo(200);

        assertThat(Found.rules(world)).isEmpty();
        assertThat(world.balanceUsd()).isEqualTo("99.45");
    }

    @Test
    void tellsOfARetryAfterAConnectionThatBroke() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        assertThat(queue(world).status()).isEqualTo(200);

        paidTwice(world, 1, 2);
    }

    @Test
    void isContentWithAnotherPromptAfterAConnectionThatBroke() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        world.api().post("/video/queue", Requests.wan("something else"));

        assertThat(Found.rules(world)).isEmpty();
    }

    @Test
    void tellsOfARetryByAClientThatGaveUpWaitingForItsReply() throws Exception {
        var world = struckOnce("phase: after, delay: 50s");
        giveUp(world);
        assertThat(Found.rules(world)).isEmpty();
        assertThat(queue(world).status()).isEqualTo(200);

        awaitFinding(world);
        paidTwice(world, 1, 2);
    }

    @Test
    void tellsOfARetryWhileTheFirstWasStillToBeCarriedOut() throws Exception {
        var world = struckOnce("phase: before, delay: 1500ms");
        giveUp(world);
        assertThat(queue(world).status()).isEqualTo(200);
        assertThat(world.control().get("/requests?wait=PT20S&count=2").status()).isEqualTo(200);

        awaitFinding(world);
        // the first to come in was the second to be carried out
        paidTwice(world, 2, 1);
    }

    @Test
    void isContentWithAClientThatGaveUpAndLeftItAtThat() throws Exception {
        var world = struckOnce("phase: after, delay: 50s");
        giveUp(world);
        assertThat(world.api().post("/video/queue", Requests.wan("another")).status())
                .isEqualTo(200);

        assertThat(Found.rules(world)).isEmpty();
    }

    @Test
    void isContentWithAClientThatWaitedAndThenWantedASecondOne() {
        var world = struckOnce("phase: after, delay: 300ms");
        assertThat(queue(world).status()).isEqualTo(200);
        assertThat(queue(world).status()).isEqualTo(200);

        assertThat(Found.rules(world)).isEmpty();
        assertThat(world.balanceUsd()).isEqualTo("98.9");
    }

    @Test
    void tellsOfAClientThatGaveUpOverHttp2OnceItsReplyCannotBeSent() throws Exception {
        var world = struckOnce("phase: after, delay: 1500ms");
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        client.send(
                HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/models?type=video"))
                        .build(),
                BodyHandlers.discarding());
        var request = HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/video/queue"))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Requests.WAN))
                .timeout(Duration.ofMillis(500))
                .build();
        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(queue(world).status()).isEqualTo(200);

        awaitFinding(world);
        paidTwice(world, 1, 2);
    }

    /** Sends a request, waits a moment for a reply that does not come, and hangs up. */
    private void giveUp(Sim.World world) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), sim.simulator().port())) {
            var body = Requests.WAN.getBytes(StandardCharsets.UTF_8);
            var head = "POST /api/v1/video/queue HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + world.apiKey()
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.setSoTimeout(400);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    /** A hang-up reaches the server when it does. */
    private static void awaitFinding(Sim.World world) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Found.rules(world).isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
