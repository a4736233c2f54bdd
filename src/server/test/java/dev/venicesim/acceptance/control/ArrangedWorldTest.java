package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The call for the set-up of a test: this key, this set-up, whatever was there before. */
class ArrangedWorldTest {

    private static final Sim SIM = Sim.start();
    private static final String WALLET = "0x52908400098527886E0F7030069857D2E4169EE7";

    @AfterAll
    static void close() {
        SIM.close();
    }

    @Test
    void declaresAWorldThenMakesItAnewUnderItsId() {
        var first = SIM.control().put("/worlds/arranged", "{\"balanceUsd\":5,\"jobTime\":\"40s\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("apiKey").asText()).isEqualTo("arranged");
        SIM.api("arranged").post("/video/queue", Requests.WAN);
        var second = SIM.control().put("/worlds/arranged", "{\"balanceUsd\":7}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().at("/account/balanceUsd").asInt()).isEqualTo(7);
        assertThat(second.json().path("jobTime").asText()).isEqualTo("5s");
        for (var kept : java.util.List.of("jobs", "requests", "findings")) {
            assertThat(SIM.control().get("/worlds/arranged/" + kept).json().path(kept))
                    .as(kept)
                    .isEmpty();
        }
    }

    @Test
    void takesOverTheWorldThatAKeyGotByItself() {
        SIM.api("by-itself").post("/video/queue", Requests.WAN);
        var arranged = SIM.control().put("/worlds/by-itself", "{\"scenario\":\"stuck-job\"}");
        assertThat(arranged.status()).isEqualTo(200);
        assertThat(arranged.json().path("scenario").asText()).isEqualTo("stuck-job");
        assertThat(SIM.control()
                        .post("/worlds/by-itself/reset", "")
                        .json()
                        .path("scenario")
                        .asText())
                .isEqualTo("stuck-job");
    }

    @Test
    void aBodyMayBeLeftOutAndAKeyOfAnotherFormIsDecoded() {
        assertThat(SIM.control().put("/worlds/team%2Fkey", "").status()).isEqualTo(201);
        assertThat(SIM.api("team/key").post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
        assertThat(SIM.control().get("/worlds/team%2Fkey/jobs").json().path("jobs"))
                .hasSize(1);
    }

    @Test
    void forgetsTheOtherKeysThatAWorldWasGivenMeanwhile() {
        SIM.control().put("/worlds/main-key", "");
        SIM.control().post("/worlds/main-key/keys", "{\"apiKey\":\"second-key\"}");
        SIM.control().put("/worlds/main-key", "");
        assertThat(SIM.control().get("/worlds/second-key").status()).isEqualTo(404);
    }

    @Test
    void aWalletIsNamedByItsAddress() {
        var arranged = SIM.control().put("/worlds/" + WALLET, "{\"apiKey\":\"beside-a-wallet\"}");
        assertThat(arranged.status()).isEqualTo(201);
        assertThat(arranged.json().path("walletAddress").asText()).isEqualToIgnoringCase(WALLET);
        assertThat(SIM.control().get("/worlds/beside-a-wallet").json().path("id"))
                .isEqualTo(arranged.json().path("id"));
        assertThat(SIM.control().put("/worlds/" + WALLET, "").status()).isEqualTo(200);
    }

    @Test
    void credentialsOfTwoWorldsAreNotJoined() {
        SIM.control().put("/worlds/one-of-two", "");
        var other = "0xde709f2102306220921060314715629080e2fb77";
        SIM.control().put("/worlds/" + other, "");
        var joined = SIM.control().put("/worlds/one-of-two", "{\"walletAddress\":\"" + other + "\"}");
        assertThat(joined.status()).isEqualTo(409);
        assertThat(SIM.control().get("/worlds/one-of-two").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiKey\":\"another\"}|apiKey is another one than the path names",
                "{\"balance\":5}|no field is called",
                "{\"scenario\":\"nope\"}|no scenario is called",
                "{|the body is not JSON: line 1, column 2",
                "{\"seed\":9223372036854775808}|seed wants a whole number",
            })
    void aWrongDeclarationChangesNothing(String wrong) {
        var halves = wrong.split("\\|", -1);
        SIM.control().put("/worlds/stays", "{\"balanceUsd\":3}");
        var refused = SIM.control().put("/worlds/stays", halves[0]);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains(halves[1]).doesNotContain("another\"");
        assertThat(SIM.control()
                        .get("/worlds/stays")
                        .json()
                        .at("/account/balanceUsd")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void anIdIsNoKey() {
        var id = SIM.control().put("/worlds/with-an-id", "").json().path("id").asText();
        for (var name : java.util.List.of(id, "anonymous")) {
            var refused = SIM.control().put("/worlds/" + name, "");
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains("not a world's id");
        }
    }

    @Test
    void aBlankKeyIsRefused() {
        assertThat(SIM.control().put("/worlds/%20", "").status()).isEqualTo(400);
    }

    @Test
    void aScenarioIsTakenAwayAndWhatItSaidOfJobsWithIt() {
        SIM.control().put("/worlds/played", "{\"jobTime\":\"40s\",\"scenario\":{\"jobs\":[{\"outcome\":\"failed\"}]}}");
        SIM.control()
                .with("Content-Type", "application/yaml")
                .send("PUT", "/worlds/played/scenario", "jobTime: 10m".getBytes(StandardCharsets.UTF_8));
        assertThat(SIM.control().delete("/worlds/played/scenario").status()).isEqualTo(204);
        var world = SIM.control().get("/worlds/played").json();
        assertThat(world.path("scenario").isNull()).isTrue();
        assertThat(world.path("jobTime").asText()).isEqualTo("40s");
        assertThat(SIM.control().delete("/worlds/played/scenario").status()).isEqualTo(204);
        assertThat(SIM.control().delete("/worlds/nobody/scenario").status()).isEqualTo(404);
    }
}
