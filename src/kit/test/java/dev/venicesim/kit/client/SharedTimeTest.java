package dev.venicesim.kit.client;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client whose own waiting moves the world's clock, so that minutes pass in no time. */
@VeniceSimulatorTest(jobTime = "600s")
class SharedTimeTest {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Polls as a team would write it: with a clock for its deadline and a pause between polls. */
    private record Poller(TestClient client, Clock clock, Sleeper sleeper, Duration pause) {

        static Poller in(VeniceWorld world, Duration pause) {
            return new Poller(
                    new TestClient(world),
                    world.clock().asClock(),
                    world.clock().sleeper(),
                    pause);
        }

        /** Answers how often it was asked before the video was there. */
        int video(String ticket) throws InterruptedException {
            var deadline = clock.instant().plus(Duration.ofMinutes(20));
            for (var polls = 1; clock.instant().isBefore(deadline); polls++) {
                if (client.retrieve(ticket).header("Content-Type").equals("video/mp4")) {
                    return polls;
                }
                sleeper.sleep(pause);
            }
            throw new AssertionError("no video within twenty minutes");
        }
    }

    @Test
    void aJobOfTenMinutesIsPolledEveryFiveSecondsInNoTime(VeniceWorld world) throws InterruptedException {
        var poller = Poller.in(world, PAUSE);
        var began = poller.clock().instant();
        assertThat(poller.video(poller.client().queue())).isEqualTo(121);
        assertThat(Duration.between(began, world.clock().now())).isEqualTo(Duration.ofMinutes(10));
        assertThat(poller.clock().instant()).isEqualTo(world.clock().now());
        assertThat(world).hasCharged("0.55").hasNoFindings();
    }

    @Test
    void pollingTooFastIsFoundAsEver(VeniceWorld world) throws InterruptedException {
        var poller = Poller.in(world, Duration.ofSeconds(1));
        poller.video(poller.client().queue());
        assertThat(world.findings()).extracting(Finding::rule).contains("polls-too-fast");
    }

    @Test
    void severalThreadsEachWaitTheirOwnTime(VeniceWorld world) throws Exception {
        // nobody goes ahead before all have begun
        world.clock().join();
        var began = world.clock().now();
        var begun = new CountDownLatch(3);
        var pool = Executors.newFixedThreadPool(3);
        try {
            var polls = new ArrayList<Future<Integer>>();
            var clients = new ArrayList<Callable<Integer>>();
            for (var seconds : List.of(5, 10, 15)) {
                var ticket = new TestClient(world).queue("a gondola [sim:time=" + 20 * seconds + "s]");
                clients.add(() -> {
                    world.clock().join();
                    begun.countDown();
                    return Poller.in(world, Duration.ofSeconds(seconds)).video(ticket);
                });
            }
            for (var client : clients) {
                polls.add(pool.submit(client));
            }
            begun.await();
            world.clock().leave();
            for (var counted : polls) {
                assertThat(counted.get()).isEqualTo(21);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(Duration.between(began, world.clock().now())).isEqualTo(Duration.ofMinutes(5));
        assertThat(world).hasNoFindings();
    }

    @Test
    void aSchedulerPollsToo(VeniceWorld world) throws Exception {
        var client = new TestClient(world);
        var ticket = client.queue();
        ScheduledExecutorService scheduler = world.clock().scheduler();
        world.clock().join();
        var seen = new ArrayList<String>();
        var began = world.clock().now();
        var polling = scheduler.scheduleAtFixedRate(
                () -> seen.add(client.retrieve(ticket).header("Content-Type")), 5, 5, TimeUnit.SECONDS);
        scheduler.schedule(() -> polling.cancel(false), 601, TimeUnit.SECONDS).get();
        assertThat(polling.isCancelled()).isTrue();
        assertThat(world.clock().now()).isEqualTo(began.plusSeconds(601));
        assertThat(seen).hasSize(120).endsWith("video/mp4").contains("application/json; charset=utf-8");
        scheduler.shutdown();
        assertThat(scheduler.awaitTermination(1, TimeUnit.DAYS)).isTrue();
    }

    private static final String UNAVAILABLE =
            "faults: [{ on: retrieve, nth: 1, respond: { status: 503, headers: { Retry-After: '30' } } }]";

    @Test
    void whoWaitsAsRetryAfterSaysIsNotBlamed(VeniceWorld world) throws InterruptedException {
        world.scenario(UNAVAILABLE);
        var poller = Poller.in(world, PAUSE);
        var ticket = poller.client().queue();
        var after = poller.client().retrieve(ticket).header("Retry-After");
        poller.sleeper().sleep(Duration.ofSeconds(Long.parseLong(after)));
        assertThat(poller.client().retrieve(ticket).status()).isEqualTo(200);
        assertThat(world).hasNoFindings();
    }

    @Test
    void whoComesBackBeforeThatIs(VeniceWorld world) throws InterruptedException {
        world.scenario(UNAVAILABLE);
        var poller = Poller.in(world, PAUSE);
        var ticket = poller.client().queue();
        poller.client().retrieve(ticket);
        poller.sleeper().sleep(Duration.ofSeconds(20));
        poller.client().retrieve(ticket);
        assertThat(world.findings()).extracting(Finding::rule).containsExactly("ignores-retry-after");
    }

    @Test
    void aMinuteOfARequestLimitEndsByTheClientsClock(VeniceWorld world) throws InterruptedException {
        world.scenario("limits: { retrieve: 2 }");
        var poller = Poller.in(world, PAUSE);
        var ticket = poller.client().queue();
        poller.client().retrieve(ticket);
        poller.sleeper().sleep(PAUSE);
        poller.client().retrieve(ticket);
        poller.sleeper().sleep(PAUSE);
        var refused = poller.client().retrieve(ticket);
        assertThat(refused.status()).isEqualTo(429);
        var opens = Instant.ofEpochSecond(Long.parseLong(refused.header("x-ratelimit-reset-requests")));
        var now = poller.clock().instant();
        assertThat(opens).isBetween(now, now.plusSeconds(61));
        poller.sleeper().sleep(Duration.between(now, opens));
        assertThat(poller.client().retrieve(ticket).status()).isEqualTo(200);
        assertThat(world).hasNoFindings();
    }

    @Test
    void aLinkExpiresWhileTheClientWaits(VeniceWorld world) throws InterruptedException {
        world.scenario("jobTime: 40s\nlinks: { lifetime: 2m }");
        var poller = Poller.in(world, PAUSE);
        var queued = poller.client().post("/video/queue", Requests.PRIVATE_GROK);
        var link = URI.create(queued.json().path("download_url").asText());
        var host = new Http(link.getScheme() + "://" + link.getAuthority());
        poller.sleeper().sleep(Duration.ofSeconds(119));
        assertThat(host.get(link.getRawPath()).status()).isEqualTo(200);
        poller.sleeper().sleep(Duration.ofSeconds(2));
        assertThat(host.get(link.getRawPath()).status()).isEqualTo(410);
    }

    @Test
    void aRefundComesWhileTheClientWaits(VeniceWorld world) throws InterruptedException {
        var poller = Poller.in(world, PAUSE);
        var ticket = poller.client().queue("a gondola [sim:refused] [sim:time=90s]");
        poller.sleeper().sleep(Duration.ofSeconds(89));
        assertThat(world.account().balance().toString()).isEqualTo("99.45");
        poller.sleeper().sleep(Duration.ofSeconds(1));
        assertThat(poller.client().retrieve(ticket).status()).isEqualTo(422);
        assertThat(world).hasChargedNothing();
    }

    @Test
    void whoSendsARefusedRequestAgainLaterStartsAfresh(VeniceWorld world) throws InterruptedException {
        var poller = Poller.in(world, PAUSE);
        var wrong = Requests.WAN.replace("720p", "1p");
        poller.client().post("/video/queue", wrong);
        poller.sleeper().sleep(Duration.ofMinutes(2));
        poller.client().post("/video/queue", wrong);
        assertThat(world).hasNoFindings();
        poller.sleeper().sleep(Duration.ofSeconds(50));
        poller.client().post("/video/queue", wrong);
        assertThat(world.findings()).extracting(Finding::rule).containsExactly("hopeless-retry");
    }

    @Test
    void aWalletSignsByTheSharedClock(VeniceWorld world) throws InterruptedException {
        var wallet = world.wallet();
        var clock = world.clock().asClock();
        world.clock().sleeper().sleep(Duration.ofDays(3));
        var signed = new Http(world.baseUrl())
                .with("SIGN-IN-WITH-X", wallet.signIn(world.baseUrl(), clock.instant()))
                .get("/x402/balance/" + wallet.address());
        assertThat(signed.status()).as(signed.text()).isEqualTo(200);
    }

    @Test
    void aClockSetByHandGoesOnFromThere(VeniceWorld world) throws InterruptedException {
        var clock = world.clock().asClock();
        var sleeper = world.clock().sleeper();
        var moved = world.clock().advance("1h");
        assertThat(clock.instant()).isEqualTo(moved);
        sleeper.sleep(PAUSE);
        assertThat(world.clock().now()).isEqualTo(moved.plus(PAUSE));
        world.reset();
        assertThat(clock.instant()).isBefore(moved);
        sleeper.sleep(PAUSE);
        assertThat(clock.instant()).isEqualTo(world.clock().now());
    }

    @Test
    void aMoveFromElsewhereIsNeverTakenBack(VeniceWorld world) throws InterruptedException {
        var sleeper = world.clock().sleeper();
        var other = SimulatorClient.of(world.baseUrl()).world(world.apiKey()).clock();
        var there = other.advance("2m");
        sleeper.sleep(PAUSE);
        assertThat(world.clock().asClock().instant()).isEqualTo(there).isEqualTo(other.now());
    }

    @Test
    void aSchedulerThatNobodyShutDownEndsWithItsWorld(VeniceWorld world) {
        var ended = SimulatorClient.of(world.baseUrl()).newWorld();
        ended.clock().join();
        var polling = ended.clock().scheduler().scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS);
        ended.end("its test has ended");
        assertThatThrownBy(polling::get).hasStackTraceContaining("its test has ended");
    }
}
