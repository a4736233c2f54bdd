package dev.venicesim.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handle of a world, against a real simulator. */
@VeniceSimulatorTest
class VeniceWorldTest {

    @Test
    void movesTheClockInsteadOfWaiting(VeniceWorld injected) {
        var client = SimulatorClient.of(injected.baseUrl());
        var start = Instant.parse("2026-11-23T10:00:00Z");
        var world = client.newWorld(
                WorldSettings.none().frozenAt(start).jobTime("40s").balance("1.00"));
        var ticket = new TestClient(world).queue();

        assertThat(world.clock().advance("39s")).isEqualTo(start.plusSeconds(39));
        assertThat(world.jobs()).extracting(Job::state).containsExactly("PROCESSING");
        assertThat(world.clock().next()).isEqualTo(start.plusSeconds(40));
        assertThat(new TestClient(world).retrieve(ticket).header("Content-Type"))
                .isEqualTo("video/mp4");
        assertThat(world.account().balance().toString()).isEqualTo("0.45");
        assertThat(world.account().ledger().get(0).type()).isEqualTo("CHARGE");
    }

    @Test
    void listsJobsAsTheyWereQueued(VeniceWorld world) {
        var client = new TestClient(world);
        world.clock().freeze();
        client.queue("first");
        world.clock().advance("1s");
        client.queue("second");
        var jobs = world.jobs();
        assertThat(jobs.get(1).queuedAt()).isEqualTo(jobs.get(0).queuedAt().plusSeconds(1));
    }

    @Test
    void decidesWhatBecomesOfAJob(VeniceWorld world) {
        var client = new TestClient(world);
        var ticket = client.queue();
        var job = world.outcome(world.jobs().get(0).queueId(), "refused");
        assertThat(job.outcome()).isEqualTo("refused");
        world.finish(job.queueId());
        assertThat(client.retrieve(ticket).status()).isEqualTo(422);
        assertThat(world.account().spent().isZero()).as("%s", world.account()).isTrue();
    }

    @Test
    void putsAScenarioInPlace(VeniceWorld world) {
        world.scenario("insufficient-balance");
        assertThat(world.account().balance().toString()).isEqualTo("0.05");
        assertThat(new TestClient(world).post("/video/queue", Requests.WAN).status())
                .isEqualTo(402);
        assertThatThrownBy(() -> world.scenario("no-such-scenario")).hasMessageContaining("no-such-scenario");
    }

    @Test
    void movesAQuirk(VeniceWorld world) {
        var unknown = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"00000000-0000-4000-8000-000000000000\"}";
        assertThat(new TestClient(world).retrieve(unknown).status()).isEqualTo(404);
        world.quirk("unknown-queue-id", "400");
        assertThat(new TestClient(world).retrieve(unknown).status()).isEqualTo(400);
    }

    @Test
    void setsTheBalance(VeniceWorld world) {
        world.balance("0.55");
        new TestClient(world).queue();
        assertThat(world.account().balance().isZero()).isTrue();
        world.balance("0.10");
        assertThat(world.account().balance().toString()).isEqualTo("0.10");
        assertThat(new TestClient(world).post("/video/queue", Requests.WAN).status())
                .isEqualTo(402);
    }

    @Test
    void findsTheWorldThatAKeyHasAlready(VeniceWorld world) {
        new TestClient(world).queue();
        var again = SimulatorClient.of(world.baseUrl()).world(world.apiKey());
        assertThat(again.jobs()).hasSize(1);
        assertThat(again.account().balance()).isEqualTo(world.account().balance());
    }

    @Test
    void drawsTheSameChancesFromTheSameSeed(VeniceWorld injected) {
        var client = SimulatorClient.of(injected.baseUrl());
        assertThat(lost(client, 7)).isNotEmpty().isEqualTo(lost(client, 7)).isNotEqualTo(lost(client, 9));
    }

    /** Which of forty queue calls lose their answer where one in ten does. */
    private static List<Integer> lost(SimulatorClient client, long seed) {
        var settings = WorldSettings.none().scenario("flaky-network").seed(seed).limits(false);
        var tester = new TestClient(client.newWorld(settings));
        var lost = new ArrayList<Integer>();
        for (int call = 0; call < 40; call++) {
            try {
                tester.queue();
            } catch (UncheckedIOException e) {
                lost.add(call);
            }
        }
        return lost;
    }

    @Test
    void waitsForWhatAClientDoesMeanwhile(VeniceWorld world) {
        var client = new TestClient(world);
        var queueing = CompletableFuture.runAsync(() -> {
            client.queue();
            client.queue();
        });
        assertThat(world.await().within(Duration.ofSeconds(150)).queued(2)).hasSize(2);
        queueing.join();
    }

    @Test
    void saysWhatItWaitedForInVain(VeniceWorld world) {
        new TestClient(world).queue();
        assertThatThrownBy(() -> world.await().within(Duration.ofMillis(50)).queued(2))
                .hasMessageStartingWith("waited PT0.05S for 2 requests to queue answered 200; there were 1:\n#1 POST");
    }

    @Test
    void signsWithAWalletOfTheSameWorld(VeniceWorld world) {
        var wallet = world.wallet();
        var signIn = wallet.signIn(world.baseUrl() + "/video/queue", Instant.now());
        var refused = new Http(world.baseUrl()).with("SIGN-IN-WITH-X", signIn).post("/video/queue", "{}");
        assertThat(refused.status())
                .as("a new wallet has no credit: %s", refused)
                .isEqualTo(402);
        assertThat(world.requests()).extracting(JournalEntry::status).contains(402);
        assertThat(world.wallet()).isSameAs(wallet);
    }

    @Test
    void saysThatAWalletComesFirst(VeniceWorld world) {
        new TestClient(world).queue();
        assertThatThrownBy(world::wallet)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask for the wallet before the first request");
    }

    @Test
    void refusesSettingsForAWorldThatExists(VeniceWorld world) {
        new TestClient(world).queue();
        var again = SimulatorClient.of(world.baseUrl())
                .world(world.apiKey(), WorldSettings.none().balance("1"));
        assertThatThrownBy(again::apiKey).hasMessageContaining("a world already holds this credential");
    }

    @Test
    void keepsKeysOutOfMessages(VeniceWorld world) {
        assertThatThrownBy(() -> world.job("nobody's"))
                .hasMessageContaining("GET /__sim/worlds/{id}/jobs/nobody%27s answered 404")
                .hasMessageNotContaining(world.apiKey());
        assertThat(world.toString()).doesNotContain(world.apiKey());
    }

    @Test
    void carriesTheAdminTokenOfAGuardedSimulator() {
        var config = SimulatorConfig.builder()
                .host("0.0.0.0")
                .port(0)
                .adminToken("let-me-in")
                .build();
        try (var guarded = Simulator.start(config)) {
            var url = "http://127.0.0.1:" + guarded.port() + "/api/v1";
            assertThatThrownBy(() -> SimulatorClient.of(url).newWorld().account())
                    .hasMessageContaining("answered 401")
                    .hasMessageContaining("Authorization: Bearer");
            var world = SimulatorClient.of(url).withAdminToken("let-me-in").newWorld();
            assertThat(world.account().balance().toString()).isEqualTo("100.00");
        }
    }

    @Test
    void hasChangedScenarioFilesReadAgain(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), "jobTime: 3s");
        try (var simulator = Simulator.start(
                SimulatorConfig.builder().port(0).scenario(file.toString()).build())) {
            var client = SimulatorClient.of(simulator.baseUrl());
            var world = simulator.newWorld();
            assertThat(world.read("").path("jobTime").asText()).isEqualTo("3s");
            Files.writeString(file, "jobTime: 4s");
            client.reloadScenarios();
            assertThat(world.read("").path("jobTime").asText()).isEqualTo("4s");
        }
    }

    @Test
    void isGivenOutByARunningSimulator() {
        try (var simulator = Simulator.start(SimulatorConfig.builder().port(0).build())) {
            var world = simulator.newWorld();
            new TestClient(world).queue();
            assertThat(world.jobs()).hasSize(1);
            assertThat(simulator.newWorld().jobs()).isEmpty();
        }
    }

    @Test
    void hasNoOptionalTypeInItsSignature() {
        var types = Stream.of(VeniceWorld.class.getDeclaredMethods(), SimulatorClient.class.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .flatMap((Method method) -> Stream.concat(
                        Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes())))
                .map(Type::getTypeName)
                .toList();
        assertThat(types)
                .isNotEmpty()
                .noneMatch(name ->
                        name.matches(".*(org\\.(junit|assertj|testcontainers|bouncycastle|wiremock)|au\\.com).*"));
    }
}
