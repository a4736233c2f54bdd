package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.wallet.SigningWallet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers over one database are one server to their clients. */
@ExtendWith(WithPostgres.class)
class TwoReplicasTest {

    /** As whom a balancer in front of both would be known. */
    private static final String PUBLIC = "http://sim.example";

    private final PostgresCluster cluster;
    private Sim one;
    private Sim other;

    TwoReplicasTest(PostgresCluster cluster) {
        this.cluster = cluster;
    }

    /** The address by which both know their database. */
    String address(PostgresCluster of) {
        return of.newDatabase();
    }

    @BeforeEach
    void open() {
        var database = address(cluster);
        one = start(database);
        other = start(database);
    }

    private static Sim start(String database) {
        return Sim.start(config -> config.store(database).publicUrl(PUBLIC));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void aJobLivesOnBoth() {
        var world = one.frozenWorld("\"jobTime\":\"10s\"");
        var key = world.apiKey();
        var queued = one.api(key).post("/video/queue", Requests.PRIVATE_GROK);
        assertThat(queued.status()).isEqualTo(200);
        var ticket = Requests.ticket(queued);
        assertThat(status(other, key, ticket)).isEqualTo("PROCESSING");
        assertThat(other.control().get("/worlds/" + key + "/jobs").json().path("jobs"))
                .hasSize(1);
        assertThat(other.control()
                        .patch("/worlds/" + key + "/clock", "{\"advance\":\"10s\"}")
                        .status())
                .isEqualTo(200);
        assertThat(status(one, key, ticket)).isEqualTo("COMPLETED");
        var link = URI.create(queued.json().path("download_url").asText()).getPath();
        assertThat(other.root().get(link).header("Content-Type")).isEqualTo("video/mp4");
        assertThat(other.api(key).post("/video/complete", ticket).status()).isEqualTo(200);
        assertThat(one.api(key).post("/video/retrieve", ticket).status()).isEqualTo(404);
        assertThat(one.control().get("/worlds/" + key + "/account").json())
                .isEqualTo(other.control().get("/worlds/" + key + "/account").json());
        assertThat(one.control().get("/worlds").json())
                .isEqualTo(other.control().get("/worlds").json());
    }

    private static String status(Sim sim, String key, String ticket) {
        return sim.api(key)
                .post("/video/retrieve", ticket)
                .json()
                .path("status")
                .asText();
    }

    @Test
    void aKeyThatBothSeeFirstGetsOneWorldAndEachJobIsChargedOnce() throws Exception {
        for (var key : List.of("first", "second", "third")) {
            var statuses = atOnce(8, i -> sim(i).api(key).post("/video/queue", Requests.WAN));
            assertThat(statuses).allMatch(answer -> answer.status() == 200);
            var account =
                    one.control().get("/worlds/" + key + "/account?limit=100").json();
            assertThat(account.path("ledger")).hasSize(8);
            assertThat(account)
                    .isEqualTo(other.control()
                            .get("/worlds/" + key + "/account?limit=100")
                            .json());
            var charged = new TreeSet<String>();
            account.path("ledger")
                    .forEach(entry -> charged.add(entry.path("queueId").asText()));
            var queued = new TreeSet<String>();
            statuses.forEach(answer -> queued.add(answer.json().path("queue_id").asText()));
            assertThat(charged).isEqualTo(queued);
        }
        assertThat(other.control().get("/worlds").json().path("worlds")).hasSize(3);
    }

    @Test
    void aLimitIsOneForBoth() throws Exception {
        var world = one.frozenWorld("\"scenario\":{\"limits\":{\"queue\":5}}");
        var answers = atOnce(12, i -> sim(i).api(world.apiKey()).post("/video/queue", Requests.WAN));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(7);
    }

    @Test
    void aBalanceIsSpentOnceByBoth() throws Exception {
        var price = one.api("price").post("/video/quote", Requests.WAN).json().path("quote");
        var world = one.frozenWorld(
                "\"limits\":false", "\"balanceUsd\":" + price.decimalValue().multiply(java.math.BigDecimal.valueOf(3)));
        var answers = atOnce(8, i -> sim(i).api(world.apiKey()).post("/video/queue", Requests.WAN));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.status() == 402).hasSize(5);
        assertThat(world.balanceUsd()).isEqualTo("0");
    }

    @Test
    void aPaymentIsCreditedOnceAndANonceSpentOnceByBoth() throws Exception {
        var wallet = SigningWallet.base(new SecureRandom());
        var accepts = one.api().post("/x402/top-up", "").json().path("accepts");
        var payment = wallet.pay(accepts, 5_000_000, Instant.now());
        atOnce(4, i -> sim(i).api().with("PAYMENT-SIGNATURE", payment).send("POST", "/x402/top-up", new byte[0]));
        var account =
                other.control().get("/worlds/" + wallet.address() + "/account").json();
        assertThat(account.path("balanceUsd").asText()).isEqualTo("5");
        assertThat(account.path("ledger")).hasSize(1);
        var signIn = wallet.signIn(PUBLIC + "/api/v1", Instant.now());
        var balances =
                atOnce(4, i -> sim(i).api().with("SIGN-IN-WITH-X", signIn).get("/x402/balance/" + wallet.address()));
        assertThat(balances).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(balances).filteredOn(answer -> answer.status() == 401).hasSize(3);
    }

    @Test
    void theControlApiOfEachChangesWhatBothAnswer() {
        var world = one.frozenWorld();
        assertThat(other.control()
                        .put("/worlds/" + world.id() + "/quirks", "{\"unknown-queue-id\":\"400\"}")
                        .status())
                .isEqualTo(200);
        var unknown = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"0197b5e2-0000-7000-8000-000000000000\"}";
        assertThat(world.api().post("/video/retrieve", unknown).status()).isEqualTo(400);
        assertThat(other.control().delete("/worlds/" + world.id()).status()).isEqualTo(204);
        assertThat(one.control().get("/worlds/" + world.id()).status()).isEqualTo(404);
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(other.control().get("/worlds/" + world.apiKey()).json().path("id"))
                .as("a world of its own, which the first one's key now sees")
                .isEqualTo(one.control().get("/worlds/" + world.apiKey()).json().path("id"));
    }

    @Test
    void theJournalOfEachTellsOfBoth() throws Exception {
        var world = one.frozenWorld();
        for (int i = 0; i < 4; i++) {
            sim(i).api(world.apiKey()).post("/video/queue", Requests.wan("scene " + i));
        }
        for (var sim : List.of(one, other)) {
            assertThat(told(sim, world, 4))
                    .extracting(entry -> entry.path("n").asInt())
                    .containsExactlyInAnyOrder(1, 2, 3, 4);
        }
        var whole = other.control().get("/worlds/" + world.id() + "/requests/1").json();
        assertThat(whole)
                .isEqualTo(one.control()
                        .get("/worlds/" + world.id() + "/requests/1")
                        .json());
        assertThat(whole.toString()).contains("scene 0");
    }

    /** What a server tells of a world's requests, once it knows of so many. */
    private static JsonNode told(Sim sim, Sim.World world, int count) {
        return sim.control()
                .get("/worlds/" + world.id() + "/requests?wait=PT2M&count=" + count)
                .json()
                .path("requests");
    }

    /** The findings, once this rule has one: what a request tells of its client follows the entry of the request. */
    private static JsonNode found(Sim sim, Sim.World world, String rule) {
        var end = Instant.now().plusSeconds(60);
        while (true) {
            var findings = sim.control()
                    .get("/worlds/" + world.id() + "/findings")
                    .json()
                    .path("findings");
            if (findings.findValuesAsText("rule").contains(rule)
                    || Instant.now().isAfter(end)) {
                return findings;
            }
        }
    }

    @Test
    void whoWaitsAtOneIsToldOfWhatCameToTheOther() throws Exception {
        var world = one.frozenWorld();
        var answers = atOnce(
                2,
                i -> i == 0
                        ? other.control().get("/worlds/" + world.id() + "/requests?wait=PT2M&count=2")
                        : twice(world.apiKey()));
        assertThat(answers.get(0).json().path("requests")).hasSize(2);
    }

    private Http.Answer twice(String key) {
        one.api(key).post("/video/queue", Requests.WAN);
        return one.api(key).post("/video/queue", Requests.WAN);
    }

    @Test
    void aFindingIsDrawnFromWhatCameToBoth() {
        var world = one.world("\"jobTime\":\"145s\"");
        one.control()
                .put(
                        "/worlds/" + world.id() + "/scenario",
                        "jobTime: 145s\nfaults: [{ on: queue, nth: 1, phase: after, respond: { status: 502 } }]");
        assertThat(one.api(world.apiKey()).post("/video/queue", Requests.WAN).status())
                .isEqualTo(502);
        told(other, world, 1);
        assertThat(other.api(world.apiKey()).post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
        for (var sim : List.of(one, other)) {
            told(sim, world, 2);
            assertThat(found(sim, world, "paid-twice"))
                    .extracting(finding -> finding.path("rule").asText())
                    .contains("paid-twice");
        }
        assertThat(one.control()
                        .get("/worlds/" + world.id() + "/findings")
                        .json()
                        .path("findings"))
                .isEqualTo(other.control()
                        .get("/worlds/" + world.id() + "/findings")
                        .json()
                        .path("findings"));
    }

    @Test
    void aResetBeginsTheJournalAnewOnBoth() {
        var world = one.frozenWorld();
        other.api(world.apiKey()).post("/video/queue", Requests.WAN);
        told(one, world, 1);
        assertThat(one.control().post("/worlds/" + world.id() + "/reset", "").status())
                .isEqualTo(200);
        // by now the end of the old journal is written
        one.control().get("/worlds/" + world.id() + "/requests");
        other.api(world.apiKey()).post("/video/queue", Requests.wan("after the reset"));
        for (var sim : List.of(one, other)) {
            assertThat(told(sim, world, 1))
                    .extracting(entry -> entry.path("n").asInt())
                    .containsExactly(1);
            assertThat(sim.control()
                            .get("/worlds/" + world.id() + "/requests/1")
                            .text())
                    .contains("after the reset");
        }
    }

    private Sim sim(int i) {
        return i % 2 == 0 ? one : other;
    }

    private static List<Http.Answer> atOnce(int count, IntFunction<Http.Answer> request) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var answers = new java.util.ArrayList<Http.Answer>();
            for (var answer : threads.invokeAll(IntStream.range(0, count)
                    .mapToObj(i -> (Callable<Http.Answer>) () -> request.apply(i))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
