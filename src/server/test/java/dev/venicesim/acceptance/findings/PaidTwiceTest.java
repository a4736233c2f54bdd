package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.HandAlarm;
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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A blind retry of a queue call that was paid for, and its near twins. */
class PaidTwiceTest {

    private static final String RULE = "paid-twice";
    private static final String PROGRAM = "shop/1.0";

    private final HandAlarm alarm = new HandAlarm();

    @AutoClose
    private final Sim sim = Sim.start(config -> config.time(alarm));

    private Sim.World struckOnce(String fault) {
        var world = sim.world("\"jobTime\":\"145s\"");
        var set = world.control().put("/scenario", "jobTime: 145s\nfaults: [{ on: queue, nth: 1, " + fault + " }]");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return world;
    }

    private static Http.Answer queue(Sim.World world) {
        return queue(world, PROGRAM);
    }

    private static Http.Answer queue(Sim.World world, String program) {
        return world.api().with("User-Agent", program).post("/video/queue", Requests.WAN);
    }

    private static void paidTwice(Sim.World world, long... requests) {
        var finding = Found.one(world, RULE, requests);
        assertThat(finding.path("costUsd").asText()).isEqualTo("0.55");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(world.balanceUsd()).isEqualTo("98.9");
    }

    @Test
    void tellsOfARetryAfterA502ThatHadBeenPaidFor() {
        var world = struckOnce("phase: after, respond: { status: 502 }");
        assertThat(queue(world).status()).isEqualTo(502);
        Found.none(world, RULE);
        assertThat(queue(world).status()).isEqualTo(200);

        paidTwice(world, 1, 2);
        assertThat(Found.of(world, RULE).get(0).path("evidence").path(0).asText())
                .contains("POST /api/v1/video/queue by ", " -> 502");
    }

    @Test
    void isContentWithARetryAfterA502ThatCameBeforeTheCharge() {
        var world = struckOnce("phase: before, respond: { status: 502 }");
        assertThat(queue(world).status()).isEqualTo(502);
        assertThat(queue(world).status()).isEqualTo(200);

        Found.none(world, RULE);
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
    void isContentWithAnotherProgramThatWantsTheSame() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        assertThat(queue(world, "nightly/2.0").status()).isEqualTo(200);

        Found.none(world, RULE);
    }

    @Test
    void tellsTheSameMoneyOnce() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        var ticket = Requests.ticket(queue(world));
        world.advance("145s");
        assertThat(world.api().post("/video/retrieve", ticket).header("Content-Type"))
                .isEqualTo("video/mp4");
        world.advance("60s");

        paidTwice(world, 1, 2);
        Found.none(world, "never-fetched");
        Found.none(world, "reply-lost");
    }

    @Test
    void tellsOfMoneyWhoseReplyWasLostIfNobodyOrdersAgain() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        world.advance("150s");
        Found.none(world, "reply-lost");
        world.advance("60s");

        var finding = Found.one(world, "reply-lost", 1);
        assertThat(finding.path("severity").asText()).isEqualTo("info");
        assertThat(finding.path("costUsd").asText()).isEqualTo("0.55");
        Found.none(world, "never-fetched");
        Found.none(world, RULE);
    }

    @Test
    void isContentWithALostReplyWhoseJobWasFoundAndFetched() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        var id = world.control()
                .get("/jobs")
                .json()
                .path("jobs")
                .path(0)
                .path("queueId")
                .asText();
        world.advance("145s");
        world.api().post("/video/retrieve", "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + id + "\"}");
        world.advance("60s");

        Found.none(world, "reply-lost");
        Found.none(world, "never-fetched");
    }

    @Test
    void isContentWithAnotherPromptAfterAConnectionThatBroke() {
        var world = struckOnce("phase: after, reset: {}");
        assertThatThrownBy(() -> queue(world)).isInstanceOf(UncheckedIOException.class);
        world.api().post("/video/queue", Requests.wan("something else"));

        Found.none(world, RULE);
    }

    @Test
    void tellsOfARetryByAClientThatGaveUpWaitingForItsReply() throws Exception {
        var world = struckOnce("phase: after, delay: 50s");
        giveUp(world);
        Found.none(world, RULE);
        assertThat(queue(world).status()).isEqualTo(200);

        awaitFinding(world);
        paidTwice(world, 1, 2);
    }

    @Test
    void tellsOfARetryWhileTheFirstWasStillToBeCarriedOut() throws Exception {
        var world = struckOnce("phase: before, delay: 5s");
        var waiting = giveUp(world);
        assertThat(queue(world).status()).isEqualTo(200);
        waiting.end();

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

        Found.none(world, RULE);
    }

    @Test
    void isContentWithAClientThatWaitedAndThenWantedASecondOne() throws Exception {
        var world = struckOnce("phase: after, delay: 300ms");
        var first = CompletableFuture.supplyAsync(() -> queue(world));
        alarm.next().end();
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(queue(world).status()).isEqualTo(200);

        Found.none(world, RULE);
        assertThat(world.balanceUsd()).isEqualTo("98.9");
    }

    @Test
    void tellsOfAClientThatGaveUpOverHttp2OnceItsReplyCannotBeSent() throws Exception {
        var world = struckOnce("phase: after, delay: 5s");
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var models = HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/models?type=video"))
                .build();
        client.send(models, BodyHandlers.discarding());
        var request = HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/video/queue"))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("User-Agent", PROGRAM)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Requests.WAN))
                .build();
        var reply = client.sendAsync(request, BodyHandlers.ofString());
        var waiting = alarm.next();
        assertThat(reply.cancel(true)).isTrue();
        // on the same connection, so that the server has read of the end of the first stream
        assertThat(client.send(models, BodyHandlers.discarding()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(queue(world).status()).isEqualTo(200);
        waiting.end();

        awaitFinding(world);
        paidTwice(world, 1, 2);
    }

    /** Sends a request, and hangs up once the server has it and makes it wait. */
    private HandAlarm.Wait giveUp(Sim.World world) throws IOException, InterruptedException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), sim.simulator().port())) {
            var body = Requests.WAN.getBytes(StandardCharsets.UTF_8);
            var head = "POST /api/v1/video/queue HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + world.apiKey()
                    + "\r\nUser-Agent: " + PROGRAM + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return alarm.next();
        }
    }

    /** A hang-up reaches the server when it does. */
    private static void awaitFinding(Sim.World world) {
        while (Found.of(world, RULE).isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
