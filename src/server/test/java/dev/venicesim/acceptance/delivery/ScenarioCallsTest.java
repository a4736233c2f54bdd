package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioCallsTest {

    @AutoClose
    private final Sim sim = Sim.start();

    @ParameterizedTest
    @ValueSource(strings = {"balanceUsd: 7.5", "{\"balanceUsd\": 7.5}", "{\"name\":\"provider-refuses\"}"})
    void takesYamlJsonAndNames(String body) {
        var world = sim.frozenWorld();
        assertThat(world.control().put("/scenario", body).status()).isEqualTo(200);
        assertThat(world.balanceUsd()).isEqualTo(body.contains("name") ? "5" : "7.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobTyme: 3s",
                "jobs: [{ outcome: exploded }]",
                "{\"name\":\"hapy\"}",
                "{\"name\":\"../scenarios/happy.yaml\"}",
                "a: [",
                "faces: { \"not a medium\": [face] }"
            })
    void refusesWhatCannotBeReadAndKeepsTheOldOne(String body) {
        var world = sim.frozenWorld("\"scenario\":\"insufficient-balance\"");
        var refused = world.control().put("/scenario", body);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(world.control().get("").json().path("scenario").asText()).isEqualTo("insufficient-balance");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
    }

    @Test
    void namesLineColumnAndFix() {
        var refused = sim.frozenWorld().control().put("/scenario", "balanceUsd: 5\njobTyme: 3s\n");
        assertThat(refused.json().path("detail").asText())
                .isEqualTo("scenario:2:1: unknown key \"jobTyme\"; did you mean \"jobTime\"?");
    }

    @Test
    void appliesSettingsAndLeavesNothingOfTheOneBefore() {
        var world = sim.frozenWorld("\"jobTime\":\"9s\"");
        world.control().put("/quirks", "{\"complete\":\"400\"}");
        world.control()
                .put(
                        "/scenario",
                        "edition: 2026-08-21\njobTime: 1m\nlimits: off\nquirks: { unknown-queue-id: \"400\" }\n"
                                + "diem: 2\nspendLimitUsd: 3\nclock: { scale: 2 }");
        var set = world.control().get("").json();
        assertThat(set.path("edition").asText()).isEqualTo("2026-08-21");
        assertThat(set.path("jobTime").asText()).isEqualTo("1m");
        assertThat(set.path("limits").asBoolean()).isFalse();
        assertThat(set.path("quirks").path("unknown-queue-id").asText()).isEqualTo("400");
        assertThat(set.path("quirks").path("complete").asText()).isEqualTo("400");
        assertThat(set.path("clock").path("scale").asDouble()).isEqualTo(2);
        var account = world.control().get("/account").json();
        assertThat(account.path("diem").asText()).isEqualTo("2");
        assertThat(account.path("spendLimitUsd").asText()).isEqualTo("3");
        world.control().put("/scenario", "description: nothing");
        var plain = world.control().get("").json();
        assertThat(plain.path("jobTime").asText()).isEqualTo("9s");
        assertThat(plain.path("limits").asBoolean()).isTrue();
        assertThat(plain.path("edition").asText()).isEqualTo("2026-06-17");
        assertThat(plain.path("quirks").has("unknown-queue-id")).isFalse();
        assertThat(plain.path("quirks").path("complete").asText()).isEqualTo("400");
    }

    @Test
    void letsADeclarationSayMoreThanItsScenario() {
        var world = sim.frozenWorld("\"scenario\":\"happy\",\"jobTime\":\"7s\",\"balanceUsd\":1");
        assertThat(world.control().get("").json().path("jobTime").asText()).isEqualTo("7s");
        assertThat(world.balanceUsd()).isEqualTo("1");
        var refused = sim.control().post("/worlds", "{\"scenario\":\"hapy\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("did you mean \"happy\"?");
    }

    @Test
    void countsAnewWithEachScenario() {
        var world = sim.frozenWorld();
        var second = "faults: [{ on: queue, nth: 2, respond: { status: 503 } }]";
        for (int round = 0; round < 2; round++) {
            world.control().put("/scenario", second);
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(503);
        }
    }

    @Test
    void playsTheServersScenarioInWorldsNobodyDeclared() {
        try (var server = Sim.start(config -> config.scenario("insufficient-balance"))) {
            assertThat(server.api("some-key").post("/video/queue", Requests.WAN).status())
                    .isEqualTo(402);
        }
    }

    @Test
    void readsChangedFilesAgainOnRequestAllOrNone(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), "jobTime: 3s");
        try (var server = Sim.start(config -> config.scenario(file.toString()))) {
            var world = server.frozenWorld();
            assertThat(world.control().get("").json().path("jobTime").asText()).isEqualTo("3s");
            Files.writeString(file, "jobTime: [");
            var refused = server.control().post("/scenarios/reload", "");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains("mine.yaml:1:");
            assertThat(world.control().get("").json().path("jobTime").asText()).isEqualTo("3s");
            Files.writeString(file, "jobTime: 4s");
            assertThat(server.control().post("/scenarios/reload", "").json().toString())
                    .isEqualTo("{\"scenarios\":[\"mine\"]}");
            assertThat(world.control().get("").json().path("jobTime").asText()).isEqualTo("4s");
            assertThat(server.frozenWorld()
                            .control()
                            .get("")
                            .json()
                            .path("jobTime")
                            .asText())
                    .isEqualTo("4s");
        }
    }

    @Test
    void doesNotStartWithAScenarioItCannotRead() {
        assertThatThrownBy(() -> Sim.start(config -> config.scenario("hapy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scenario cannot be \"hapy\"")
                .hasMessageContaining("did you mean \"happy\"?");
    }

    @Test
    void stepsToJobsLinksAndLimits() {
        var world = sim.frozenWorld("\"jobTime\":\"5m\"");
        world.api().post("/video/queue", Requests.PRIVATE_GROK);
        assertThat(next(world)).isEqualTo("2026-11-23T10:01:00Z");
        assertThat(next(world)).isEqualTo("2026-11-23T10:05:00Z");
        assertThat(next(world)).isEqualTo("2026-11-24T10:00:00Z");
    }

    private static String next(Sim.World world) {
        return world.control()
                .patch("/clock", "{\"next\":true}")
                .json()
                .path("now")
                .asText();
    }
}
