package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What holds on every store whatever sixty-four clients do at once, while the world is moved, changed, made anew and
 * deleted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackContract {

    private static final int CLIENTS = 64;
    private static final int CALLS = 25;

    private static final String CONSENTING = """
            {"model":"seedance-2-0-image-to-video","prompt":"a","duration":"5s","resolution":"720p",\
            "image_url":"https://example.com/portrait.png","consents":{"seedance":{"confirmed_terms_and_privacy":true,\
            "confirmed_legal_right":true,"confirmed_screening_acknowledged":true}}}""";

    @AutoClose
    private final Sim sim;

    /** @param store sets the store, of which there is one for each class */
    AttackContract(Consumer<SimulatorConfig.Builder> store) {
        this.sim = Sim.start(config -> store.accept(config.jobTime("10s").trustForwarded(true)));
    }

    private static <T> List<T> atOnce(IntFunction<T> client) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        var start = new CyclicBarrier(CLIENTS);
        try {
            var answers = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return client.apply(n);
                    }))
                    .toList();
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    /** One of the calls of a client and of whoever controls the world; none of them a reset. */
    private static Http.Answer call(Sim.World world, SplittableRandom random) {
        var jobs = new ArrayList<String>();
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> world.api().post("/video/queue", Requests.WAN);
            case 3 -> world.api().post("/video/queue", Requests.wan("[sim:refused]"));
            case 4 -> world.api().post("/video/retrieve", ticket(world, random, jobs));
            case 5 -> world.api().post("/video/complete", ticket(world, random, jobs));
            case 6 -> world.control().patch("/clock", "{\"advance\":\"3s\"}");
            case 7 -> world.control().patch("/account", "{\"addUsd\":1}");
            case 8 -> world.control().get("/account?limit=5");
            case 9 -> world.api().post("/video/queue", CONSENTING);
            case 10 -> world.control().delete("/consents");
            default -> world.api().get("/billing/balance");
        };
    }

    private static String ticket(Sim.World world, SplittableRandom random, List<String> jobs) {
        world.control()
                .get("/jobs")
                .json()
                .path("jobs")
                .forEach(job -> jobs.add(job.path("queueId").asText()));
        var id = jobs.isEmpty() ? "none" : jobs.get(random.nextInt(jobs.size()));
        return "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + id + "\"}";
    }

    @Test
    void everyCentIsAccountedForAndEveryJobChargedOnce() throws Exception {
        var world = sim.frozenWorld("\"limits\":false", "\"balanceUsd\":100");
        var queued = atOnce(n -> {
            var random = new SplittableRandom(n);
            var ids = new ArrayList<String>();
            for (var i = 0; i < CALLS; i++) {
                var answer = call(world, random);
                assertThat(answer.status()).isLessThan(500);
                if (answer.status() == 200) {
                    ids.add(
                            answer.text().startsWith("{\"model\"")
                                    ? answer.json().path("queue_id").asText("")
                                    : "");
                }
            }
            ids.removeIf(String::isEmpty);
            return ids;
        });

        // whatever is due is settled
        world.advance("1h");
        var account = account(world);
        var accepted = queued.stream().flatMap(List::stream).toList();
        assertThat(accepted).doesNotHaveDuplicates().isNotEmpty();
        assertThat(jobsOf(account, "CHARGE")).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(jobsOf(account, "REFUND")).doesNotHaveDuplicates().isSubsetOf(accepted);
        assertBooksBalance(account, new BigDecimal("100"));
    }

    /** The account with all lines of its ledger, which come a thousand at a time. */
    private static JsonNode account(Sim.World world) {
        var whole = world.control().get("/account?limit=1000").json();
        var ledger = (ArrayNode) whole.path("ledger");
        for (var offset = 1000; ledger.size() == offset; offset += 1000) {
            ledger.addAll((ArrayNode) world.control()
                    .get("/account?limit=1000&offset=" + offset)
                    .json()
                    .path("ledger"));
        }
        return whole;
    }

    private static List<String> jobsOf(JsonNode account, String type) {
        return entries(account).stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .map(entry -> entry.path("queueId").asText())
                .toList();
    }

    private static List<JsonNode> entries(JsonNode account) {
        return StreamSupport.stream(account.path("ledger").spliterator(), false).toList();
    }

    /** Each line shows the balance after it, and all of them together lead from the opening to what is there. */
    private static void assertBooksBalance(JsonNode account, BigDecimal opening) {
        var sum = entries(account).stream()
                .filter(entry -> !entry.path("type").asText().equals("OPENING"))
                .map(entry -> entry.path("amountUsd").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(account.path("balanceUsd").decimalValue()).isEqualByComparingTo(opening.add(sum));
        assertThat(entries(account))
                .allSatisfy(entry -> assertThat(
                                entry.path("balanceUsd").decimalValue().signum())
                        .isNotNegative());
    }

    @Test
    void nothingBreaksWhileTheWorldIsMadeAnewOrGoes() throws Exception {
        var worlds = IntStream.range(0, 4)
                .mapToObj(n ->
                        sim.frozenWorld("\"limits\":false", "\"balanceUsd\":50", "\"apiKey\":\"attacked-" + n + "\""))
                .toList();
        atOnce(n -> {
            var random = new SplittableRandom(1000 + n);
            for (var i = 0; i < CALLS; i++) {
                var world = worlds.get(random.nextInt(worlds.size()));
                var answer = random.nextInt(12) == 0
                        ? world.control().post("/reset", "{}")
                        : n == 0 && i == CALLS / 2
                                ? sim.control()
                                        .delete("/worlds/" + worlds.get(0).id())
                                : call(world, random);
                assertThat(answer.status()).isLessThan(500);
            }
            return true;
        });

        for (var world : worlds.subList(1, 4)) {
            world.advance("1h");
            assertBooksBalance(account(world), new BigDecimal("50"));
        }
        var fresh = worlds.get(1).control().post("/reset", "{}");
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(worlds.get(1).balanceUsd()).isEqualTo("50");
        assertThat(worlds.get(1).control().get("/jobs").json().path("jobs")).isEmpty();
        assertThat(worlds.get(1).control().get("/consents").json().path("consents"))
                .isEmpty();
    }

    @Test
    void aSignInOpensOnceAndAPaymentPaysOnceWhoeverSendsThem() throws Exception {
        var payer = Payer.onBase(sim);
        payer.topUp(5);
        var signIn = payer.signIn();
        var payment = payer.payment(7);
        var answers = atOnce(n -> {
            if (n % 8 == 0) {
                sim.control().patch("/worlds/" + payer.wallet().address() + "/clock", "{\"advance\":\"1h\"}");
            }
            return n % 2 == 0
                    ? sim.api()
                            .with("SIGN-IN-WITH-X", signIn)
                            .get("/x402/balance/" + payer.address())
                            .status()
                    : 1000 + payer.pay("PAYMENT-SIGNATURE", payment).status();
        });

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(payer.account().path("balanceUsd").decimalValue()).isEqualByComparingTo("12");
    }

    @Test
    void aLinkGivesNoMoreThanItsReadsWhateverComesInBetween() throws Exception {
        var world = sim.frozenWorld("\"limits\":false");
        world.control().put("/scenario", "links: { fetches: 3, perMinute: 10000 }\njobTime: 10s");
        var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        world.advance("10s");
        var link = URI.create(queued.json().path("download_url").asText()).getRawPath();
        var whole = Integer.parseInt(sim.root().send("HEAD", link, new byte[0]).header("Content-Length"));
        var answers = atOnce(n -> {
            if (n % 8 == 0) {
                world.advance("1s");
            }
            var request = n % 3 == 0 ? sim.root().with("Range", "bytes=1-") : sim.root();
            var answer = request.get(link);
            return answer.status() == 200 ? answer.bytes().length : answer.status();
        });

        assertThat(answers.stream().filter(length -> length == whole)).hasSize(3);
        assertThat(new HashSet<>(answers)).isSubsetOf(whole, 206, 410);
        assertThat(sim.root().get(link).status()).isEqualTo(410);
    }

    @Test
    void aWindowAdmitsNoMoreThanItsNumberHoweverManyAskAndAnotherOpensWithTheClock() throws Exception {
        var world = sim.frozenWorld();
        world.control().put("/scenario", "limits: { queue: 10 }\njobTime: 10s");
        for (var round = 0; round < 2; round++) {
            var statuses =
                    atOnce(n -> world.api().post("/video/queue", Requests.WAN).status());
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(10);
            assertThat(statuses).allMatch(status -> status == 200 || status == 429);
            world.advance("1m");
        }
    }
}
