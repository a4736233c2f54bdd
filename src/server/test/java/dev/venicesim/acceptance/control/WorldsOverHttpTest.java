package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldsOverHttpTest {

    private static final Sim SIM = Sim.start();

    @AfterAll
    static void close() {
        SIM.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"faults\":[{\"on\":\"queue\",\"respond\":{\"status\":503}}]}",
                "\"faults:\\n  - on: queue\\n    respond: { status: 503 }\"",
            })
    void aScenarioCanBeGivenWithTheDeclaration(String scenario) {
        var world = SIM.world("\"scenario\":" + scenario);
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(503);
    }

    @Test
    void aScenarioGivenWithTheDeclarationIsRefusedWithLineAndFix() {
        var refused = SIM.control().post("/worlds", "{\"scenario\":{\"jobTim\":\"3s\"}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("scenario:1:", "jobTime");
    }

    @Test
    void declaresAWorldAndShowsItsKeyOnlyToWhoDeclaredIt() {
        var declared = SIM.control()
                .post("/worlds", "{\"balanceUsd\":5,\"jobTime\":\"40s\",\"quirks\":{\"complete\":\"400\"}}");
        assertThat(declared.status()).isEqualTo(201);
        var world = declared.json();
        assertThat(world.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(
                        "id",
                        "apiKey",
                        "walletAddress",
                        "label",
                        "edition",
                        "scenario",
                        "jobTime",
                        "limits",
                        "quirks",
                        "clock",
                        "account",
                        "createdAt");
        var key = world.path("apiKey").asText();
        assertThat(world.path("jobTime").asText()).isEqualTo("40s");
        assertThat(world.path("quirks").toString()).isEqualTo("{\"complete\":\"400\"}");
        assertThat(world.path("account").path("balanceUsd").asInt()).isEqualTo(5);
        assertThat(world.path("walletAddress").isNull()).isTrue();
        var shown = SIM.control().get("/worlds/" + world.path("id").asText());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).doesNotContain(key);
        assertThat(SIM.control().get("/worlds").text()).doesNotContain(key);
        assertThat(SIM.control().get("/worlds/" + key).json().path("id")).isEqualTo(world.path("id"));
    }

    @Test
    void aDeclarationThatIsRefusedLeavesNoWorld() {
        var key = "\"apiKey\":\"half-declared\"";
        for (var wrong : java.util.List.of("-1", "1000000000001")) {
            var refused = SIM.control().post("/worlds", "{" + key + ",\"balanceUsd\":" + wrong + "}");
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains("balance", "dollars");
        }
        assertThat(SIM.control().get("/worlds/half-declared").status()).isEqualTo(404);
        assertThat(SIM.control().post("/worlds", "{" + key + "}").status()).isEqualTo(201);
    }

    @Test
    void aBlankSecondKeyAndAStatusThatIsNoneAreRefused() {
        var world = SIM.frozenWorld().control();
        assertThat(world.post("/keys", "{\"apiKey\":\"\"}").status()).isEqualTo(400);
        assertThat(world.get("/requests?status=4xx").text()).contains("status is an HTTP status such as 400");
    }

    @Test
    void answersAPathItDoesNotHaveWithoutTheKeyInIt() {
        assertThat(SIM.control()
                        .get("/worlds/my-secret/nonsense")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("the control API has no /__sim/worlds/{id}/nonsense");
        assertThat(SIM.control()
                        .post("/worlds/my-secret/findings", "{}")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("/__sim/worlds/{id}/findings takes GET, not POST");
        assertThat(SIM.control().get("/words/sk-something").text()).doesNotContain("sk-something");
    }

    @Test
    void keepsTheMoneyOfTwoKeysApart() {
        assertThat(SIM.api("apart-one").post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
        assertThat(SIM.api("apart-two").post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
        assertThat(SIM.control()
                        .get("/worlds/apart-one/account")
                        .json()
                        .path("balanceUsd")
                        .asText())
                .isEqualTo("99.45");
        assertThat(SIM.control().get("/worlds/apart-two/jobs").json().path("jobs"))
                .hasSize(1);
    }

    @Test
    void givesASecondKeyTheSameAccount() {
        var world = SIM.world("\"balanceUsd\":1");
        var second = world.control().post("/keys", "{}");
        assertThat(second.status()).isEqualTo(201);
        var key = second.json().path("apiKey").asText();
        assertThat(SIM.api(key).post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(world.balanceUsd()).isEqualTo("0.45");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
    }

    @Test
    void makesNoWorldForAKeyThatOnlyReadsOrIsRefused() {
        var ticket = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"01a20a65-6723-76ac-96ca-0047bac3e9e5\"}";
        assertThat(SIM.api("only-reads").post("/video/retrieve", ticket).status())
                .isEqualTo(404);
        assertThat(SIM.control().get("/worlds/only-reads").status()).isEqualTo(404);
        assertThat(SIM.api("bad-key").post("/video/queue", Requests.WAN).status())
                .isEqualTo(401);
        assertThat(SIM.control().get("/worlds/bad-key").status()).isEqualTo(404);
    }

    @Test
    void resetsAndDeletes() {
        var world = SIM.world("\"balanceUsd\":2");
        world.api().post("/video/queue", Requests.WAN);
        assertThat(world.balanceUsd()).isEqualTo("1.45");
        assertThat(world.control().post("/reset", "").status()).isEqualTo(200);
        assertThat(world.balanceUsd()).isEqualTo("2");
        assertThat(world.control().get("/jobs").json().path("jobs")).isEmpty();
        assertThat(world.control().delete("").status()).isEqualTo(204);
        assertThat(world.control().get("").status()).isEqualTo(404);
    }

    @Test
    void refusesACredentialThatADeclaredWorldHolds() {
        assertThat(SIM.control().post("/worlds", "{\"apiKey\":\"held\"}").status())
                .isEqualTo(201);
        var again = SIM.control().post("/worlds", "{\"apiKey\":\"held\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void anAddressNamesItsWalletsWorldAndNotThatOfAKeySpelledLikeIt() {
        var address = "0x" + "7".repeat(40);
        var wallet = SIM.control().post("/worlds", "{\"walletAddress\":\"" + address + "\"}");
        assertThat(SIM.api(address).post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(SIM.control().get("/worlds/" + address).json().path("id"))
                .isEqualTo(wallet.json().path("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"edition\":\"2020\"}|edition is 2026-06-17, 2026-08-21, 2026-10-02 or latest",
                "{\"balance\":1}|no field is called",
                "{\"balanceUsd\":true}|balanceUsd wants an amount of dollars",
                "{\"jobTime\":\"soon\"}|jobTime",
                "{\"quirks\":{\"complete\":\"7\"}}|takes 200 or 400",
                "{\"clock\":{\"at\":\"yesterday\"}}|at wants an instant",
                "{\"clock\":{\"scale\":0}}|scale",
                "{\"walletAddress\":\"0x12\"}|walletAddress wants 0x and 40",
                "{\"signInClock\":\"moon\"}|signInClock is world or real",
                "[]|not a JSON object",
                "{|not JSON",
            })
    void refusesABadDeclarationInWords(String body, String says) {
        var refused = SIM.control().post("/worlds", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("status").asInt()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains(says);
    }

    @Test
    void answersHealthEditionsQuirksModelsAndPrices() {
        var health = SIM.control().get("/health").json();
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("edition").asText()).isEqualTo("2026-06-17");
        assertThat(SIM.control().get("/editions").json().path("editions")).hasSize(3);
        assertThat(SIM.control().get("/quirks").json().path("quirks").size()).isGreaterThan(30);
        assertThat(SIM.control().get("/models").json().path("models")).hasSize(99);
        assertThat(SIM.control()
                        .get("/models/topaz-video-upscale")
                        .json()
                        .path("rules")
                        .size())
                .isGreaterThan(3);
        assertThat(SIM.control().get("/models/none").status()).isEqualTo(404);
        assertThat(SIM.control().get("/prices").text()).contains("documented", "observed", "estimated");
        assertThat(SIM.control().get("/nothing").status()).isEqualTo(404);
        assertThat(SIM.control().put("/health", "{}").status()).isEqualTo(405);
        assertThat(SIM.control().patch("/worlds", "{}").status()).isEqualTo(405);
    }

    @Test
    void changesQuirksOfOneWorldOnly() {
        var world = SIM.frozenWorld();
        var other = SIM.frozenWorld();
        assertThat(world.control()
                        .put("/quirks", "{\"unknown-queue-id\":\"400\"}")
                        .status())
                .isEqualTo(200);
        var ticket = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"x\"}";
        assertThat(world.api().post("/video/retrieve", ticket).text())
                .isEqualTo("{\"error\":\"Request ID is invalid.\"}");
        assertThat(other.api().post("/video/retrieve", ticket).status()).isEqualTo(404);
        assertThat(world.control()
                        .put("/quirks", "{\"unknown-queue-id\":\"500\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void namesTheWorldByAKeyWithCharactersThatPathsEscape() {
        var key = "sk/odd key%?";
        assertThat(SIM.control().post("/worlds", "{\"apiKey\":\"" + key + "\"}").status())
                .isEqualTo(201);
        var named = new Http(SIM.simulator().origin() + "/__sim/worlds/sk%2Fodd%20key%25%3F").get("");
        assertThat(named.status()).isEqualTo(200);
    }
}
