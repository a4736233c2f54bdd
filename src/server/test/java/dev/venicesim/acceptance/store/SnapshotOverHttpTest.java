package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A world as a file: taken, put back, forked, and refused where it is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotOverHttpTest {

    private Sim sim;

    /** The store of this test, as {@code --store} names it. */
    String store() {
        return "memory";
    }

    @BeforeAll
    void start() {
        sim = Sim.start(config -> config.store(store()).viewerToken("look").adminToken("do"));
    }

    @AfterAll
    void close() {
        sim.close();
    }

    private Http control() {
        return sim.control().with("Authorization", "Bearer do");
    }

    private String take(String world) {
        var taken = control().get("/worlds/" + world + "/snapshot");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        return taken.text();
    }

    private Http.Answer restore(String members, String snapshot) {
        return control().post("/worlds", "{" + members + "\"snapshot\":" + snapshot + "}");
    }

    private void declare(String key) {
        control()
                .put(
                        "/worlds/" + key,
                        "{\"clock\":{\"at\":\"2026-11-23T10:00:00Z\",\"frozen\":true},\"jobTime\":\"10s\",\"label\":\"mine\"}");
    }

    @Test
    void aWorldThatIsDeletedComesBackUnderItsKeyWithItsIdAndItsLinks() {
        declare("comes-back");
        var queued = sim.api("comes-back").post("/video/queue", Requests.PRIVATE_GROK);
        control().post("/worlds/comes-back/keys", "{\"apiKey\":\"comes-second\",\"spendLimitUsd\":1}");
        control().patch("/worlds/comes-back/clock", "{\"advance\":\"10s\"}");
        var id = control().get("/worlds/comes-back").json().path("id").asText();
        var account = control().get("/worlds/comes-back/account").text();
        var snapshot = take("comes-back");
        control().delete("/worlds/comes-back");

        var restored = restore("\"apiKey\":\"comes-back\",", snapshot).json();
        assertThat(restored.path("id").asText()).isEqualTo(id);
        assertThat(restored.path("apiKey").asText()).isEqualTo("comes-back");
        assertThat(restored.path("label").asText()).isEqualTo("mine");
        assertThat(restored.path("links").properties()).hasSize(1);
        assertThat(control().get("/worlds/comes-back/account").text()).isEqualTo(account);
        assertThat(control().get("/worlds/comes-second").status())
                .as("keys are not kept")
                .isEqualTo(404);
        var link = URI.create(queued.json().path("download_url").asText()).getPath();
        assertThat(sim.root().get(link).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void aForkHasTheJobsAndTheLinksOfItsOwnWorldAndMovesNothingInTheOriginal() {
        declare("original");
        var queued = sim.api("original").post("/video/queue", Requests.PRIVATE_GROK);
        var snapshot = take("original");
        var fork =
                restore("\"apiKey\":\"fork\",\"label\":\"its fork\",", snapshot).json();
        assertThat(fork.path("id").asText())
                .isNotEqualTo(
                        control().get("/worlds/original").json().path("id").asText());
        assertThat(fork.path("label").asText()).isEqualTo("its fork");

        control().patch("/worlds/fork/clock", "{\"advance\":\"10s\"}");
        assertThat(status("fork", queued)).isEqualTo("COMPLETED");
        assertThat(status("original", queued)).isEqualTo("PROCESSING");
        var queueId = queued.json().path("queue_id").asText();
        var link = URI.create(fork.path("links").path(queueId).asText()).getPath();
        assertThat(sim.root().get(link).header("Content-Type")).isEqualTo("video/mp4");
        var originalLink =
                URI.create(queued.json().path("download_url").asText()).getPath();
        assertThat(sim.root().get(originalLink).status()).isNotEqualTo(200);
        sim.api("fork").post("/video/queue", Requests.WAN);
        assertThat(control().get("/worlds/original/jobs").json().path("jobs")).hasSize(1);
    }

    private String status(String key, Http.Answer queued) {
        return sim.api(key)
                .post("/video/retrieve", Requests.ticket(queued))
                .json()
                .path("status")
                .asText();
    }

    @Test
    void theSpendLimitOfAKeyHoldsForTheKeyOfTheFork() {
        declare("spender");
        control().patch("/worlds/spender/account", "{\"spendLimitUsd\":0.60}");
        sim.api("spender").post("/video/queue", Requests.WAN);
        assertThat(restore("\"apiKey\":\"spender-fork\",", take("spender")).status())
                .isEqualTo(201);
        assertThat(sim.api("spender-fork").post("/video/queue", Requests.WAN).status())
                .isEqualTo(402);
        assertThat(control().get("/worlds/spender-fork/account").text())
                .isEqualTo(control().get("/worlds/spender/account").text());
    }

    @Test
    void aRunningClockGoesOnFromWhereItStood() {
        control().put("/worlds/runs", "{\"clock\":{\"at\":\"2026-01-01T00:00:00Z\",\"scale\":1}}");
        var snapshot = (ObjectNode) read(take("runs"));
        snapshot.put("takenAt", "2036-01-01T00:00:00Z");
        restore("\"apiKey\":\"runs-on\",", snapshot.toString());
        assertThat(control().get("/worlds/runs-on/clock").json().path("now").asText())
                .as("ten years after it was declared")
                .startsWith("203");
    }

    @Test
    void aViewerSeesNoKeyInASnapshotAndMakesNothingOfIt() {
        declare("VENICE_INFERENCE_KEY_secret");
        sim.api("VENICE_INFERENCE_KEY_secret").post("/video/queue", Requests.WAN);
        var viewer = sim.control().with("Authorization", "Bearer look");
        var taken = viewer.get("/worlds/VENICE_INFERENCE_KEY_secret/snapshot");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).doesNotContain("KEY_secret");
        assertThat(viewer.post("/worlds", "{\"snapshot\":" + taken.text() + "}").status())
                .isEqualTo(403);
        var own = sim.control().with("Authorization", "Bearer VENICE_INFERENCE_KEY_secret");
        assertThat(own.get("/self/snapshot").status()).isEqualTo(200);
        assertThat(sim.control()
                        .with("Authorization", "Bearer never-came")
                        .get("/self/snapshot")
                        .status())
                .isEqualTo(404);
        assertThat(control().get("/worlds/anonymous/snapshot").status()).isEqualTo(404);
    }

    @Test
    void noNumberOfASnapshotIsPastWhatAnyReaderOfJsonHolds() {
        control().put("/worlds/large", "{\"scenario\":{\"seed\":9007199254740993},\"balanceUsd\":3}");
        sim.api("large").post("/video/queue", Requests.WAN);
        var snapshot = read(take("large"));
        assertThat(snapshot.findValue("usdLimit").asText())
                .as("a key without a limit")
                .isEqualTo("" + Long.MAX_VALUE);
        numbers(snapshot)
                .forEach(number -> assertThat(Math.abs(number.doubleValue()))
                        .as(number.toString())
                        .isLessThan(1L << 53));
        assertThat(restore("\"apiKey\":\"large-too\",", snapshot.toString()).status())
                .isEqualTo(201);
        var again = read(take("large-too"));
        assertThat(again.findValue("seed")).isEqualTo(snapshot.findValue("seed"));
        assertThat(again.findValue("usdLimit")).isEqualTo(snapshot.findValue("usdLimit"));
    }

    private static Stream<JsonNode> numbers(JsonNode node) {
        return node.isNumber()
                ? Stream.of(node)
                : StreamSupport.stream(node.spliterator(), false).flatMap(SnapshotOverHttpTest::numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"-9223372036854775808\"", "9223372036854775808", "\"much\""})
    void aBudgetThatNoKeyHasIsRefused(String limit) {
        declare("budgeted");
        sim.api("budgeted").post("/video/queue", Requests.WAN);
        var snapshot = read(take("budgeted"));
        ((ObjectNode) snapshot.findParent("usdLimit")).set("usdLimit", read(limit));
        assertThat(restore("\"apiKey\":\"over-budget\",", snapshot.toString()).status())
                .isEqualTo(400);
    }

    @Test
    void aKeyThatAWorldHoldsIsAConflictAndNoKeyIsARandomOne() {
        declare("held");
        var snapshot = take("held");
        assertThat(restore("\"apiKey\":\"held\",", snapshot).status()).isEqualTo(409);
        var made = restore("", snapshot);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("apiKey").asText()).startsWith("VENICE_INFERENCE_KEY_");
        var other = restore("\"balanceUsd\":1,", snapshot);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("detail").asText()).startsWith("no field is called \"balanceUsd\" here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | this is no snapshot",
                "{} | this is no snapshot",
                "{\"format\":1} | this is no snapshot",
                "{\"format\":2,\"takenAt\":\"2026-11-23T10:00:00Z\",\"state\":{}} | the snapshot has format 2 and this version reads up to 1",
                "{\"format\":1,\"takenAt\":\"then\"} | takenAt of the snapshot is no instant",
                "{\"format\":1,\"takenAt\":\"2026-11-23T10:00:00Z\",\"keys\":[7]} | keys and wallets of a snapshot are masked keys and addresses",
                "{\"format\":1,\"takenAt\":\"2026-11-23T10:00:00Z\",\"state\":[]} | the state of a snapshot is not by kind and id",
                "{\"format\":1,\"takenAt\":\"2026-11-23T10:00:00Z\",\"state\":{}} | snapshot: it has no settings",
                "{\"format\":1,\"takenAt\":\"2026-11-23T10:00:00Z\",\"state\":{\"wings\":{\"\":{}}}} | snapshot: the snapshot cannot be read: there are values of the kind \"wings\"",
                "{\"format\":1,\"takenAt\":\"2026-11-23T10:00:00Z\",\"state\":{\"account.entry\":{\"x\":{}}}} | snapshot: the snapshot cannot be read: a stored account.entry belongs to no account",
                "{\"format\":1, | the body is not JSON",
            })
    void whatIsNoSnapshotIsRefusedInOneLine(String snapshot, String says) {
        var refused = restore("", snapshot);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).startsWith(says).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/state/account.entry/KEYS~1000000000000/amount | 5 | the balance after entry 0 of a ledger is not the one before it plus its amount",
                "/state/account.entry/KEYS~1000000000000/seq | 5 | entry 5 of a ledger is not where it belongs",
                "/state/settings//id | \"server\" | its world's id is no id",
                "/state/settings//clock/scale | -1 | the snapshot cannot be read: a stored WorldClock is refused",
                "/state/settings//behaviour/edition | \"2001-01-01\" | the snapshot cannot be read",
            })
    void whatWasEditedIntoNonsenseIsRefusedInOneLine(String pointer, String value, String says) {
        declare("edited");
        sim.api("edited").post("/video/queue", Requests.WAN);
        var snapshot = read(take("edited"));
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) snapshot.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), read(value));
        var refused = restore("", snapshot.toString());
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText())
                .startsWith("snapshot: " + says)
                .doesNotContain("\n");
    }

    /** Whatever is changed in it, it is refused or it is a world; nothing is a server error, then or later. */
    @Test
    void noEditMakesAServerError() {
        declare("mutated");
        var queued = sim.api("mutated").post("/video/queue", Requests.PRIVATE_GROK);
        sim.api("mutated").post("/video/queue", Requests.WAN);
        sim.api("mutated").post("/video/queue", "{}");
        control().put("/worlds/mutated/faces", "{\"https://media.example.com/a.png\":[\"face\"]}");
        var whole = read(take("mutated"));
        var random = new Random(20);
        var made = 0;
        for (var i = 0; i < 400; i++) {
            var edited = whole.deepCopy();
            edit(edited, random);
            var answer = restore("\"apiKey\":\"mutant\",", edited.toString());
            assertThat(answer.status()).as("%s of %s", answer, edited).isIn(201, 400);
            if (answer.status() == 201) {
                made++;
                for (var view : List.of("", "/account", "/jobs", "/consents", "/due", "/snapshot", "/findings")) {
                    assertThat(control().get("/worlds/mutant" + view).status())
                            .as("%s of %s", view, edited)
                            .isIn(200);
                }
                assertThat(sim.api("mutant")
                                .post("/video/retrieve", Requests.ticket(queued))
                                .status())
                        .as(edited.toString())
                        .isNotEqualTo(500);
                control().delete("/worlds/mutant");
            }
        }
        assertThat(made).isBetween(20, 380);
    }

    private static void edit(JsonNode root, Random random) {
        var places = new ArrayList<Runnable>();
        places(root.path("state"), random, places);
        places.get(random.nextInt(places.size())).run();
    }

    private static void places(JsonNode node, Random random, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .toList())) {
                places.add(() -> object.set(name, nonsense(random)));
                places.add(() -> object.remove(name));
                places(object.get(name), random, places);
            }
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                var at = i;
                places.add(() -> array.set(at, nonsense(random)));
                places(array.get(i), random, places);
            }
        }
    }

    private static JsonNode nonsense(Random random) {
        var values = List.of(
                "-1",
                "0",
                "99999999999999999999",
                "9223372036854775807",
                "\"\"",
                "\"x\"",
                "null",
                "true",
                "[]",
                "{}",
                "1.5",
                "\"2026-11-23T10:00:00Z\"",
                "\"PT999999H\"",
                "\"-PT5S\"",
                "\"+999999999-12-31T23:59:59.999999999Z\"");
        return read(values.get(random.nextInt(values.size())));
    }

    private static JsonNode read(String json) {
        return Json.trusted(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
