package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A staging's list of worlds: by a file and by a call, all of them or none, as often as one likes. */
class DeclaredWorldsTest {

    private static final String TWO = """
        worlds:
          - apiKey: staging-1
            label: Checkout team
            balanceUsd: 5
            clock: { at: 2026-11-23T10:00:00Z, frozen: true }
          - walletAddress: "0x52908400098527886E0F7030069857D2E4169EE7"
            scenario: provider-refuses
        """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("worlds.yaml"), TWO);
    }

    private Sim start() {
        return Sim.start(config -> config.worlds(file).store("file:" + folder.resolve("store")));
    }

    private static Http.Answer world(Sim sim, String name) {
        return sim.control().get("/worlds/" + name);
    }

    @Test
    void theFileDeclaresItsWorldsBeforeTheServerIsReady() {
        try (var sim = start()) {
            var first = world(sim, "staging-1").json();
            assertThat(first.path("label").asText()).isEqualTo("Checkout team");
            assertThat(first.at("/account/balanceUsd").asText()).isEqualTo("5");
            assertThat(first.at("/clock/now").asText()).isEqualTo("2026-11-23T10:00:00Z");
            var second =
                    world(sim, "0x52908400098527886E0F7030069857D2E4169EE7").json();
            assertThat(second.path("scenario").asText()).isEqualTo("provider-refuses");
            assertThat(second.path("label").isNull()).isTrue();
        }
    }

    @Test
    void aWorldThatIsAsDeclaredKeepsWhatHappenedInItOverARestartAndOverAnotherReading() throws IOException {
        try (var sim = start()) {
            sim.api("staging-1").post("/video/queue", Requests.WAN);
        }
        try (var sim = start()) {
            assertThat(world(sim, "staging-1/jobs").json().path("jobs")).hasSize(1);
            assertThat(sim.simulator().declareWorlds()).isEqualTo(2);
            assertThat(world(sim, "staging-1").json().at("/account/balanceUsd").asText())
                    .isEqualTo("4.45");
            var id = world(sim, "staging-1").json().path("id").asText();

            Files.writeString(file, TWO.replace("balanceUsd: 5", "balanceUsd: 8"));
            sim.simulator().declareWorlds();
            var anew = world(sim, "staging-1").json();
            assertThat(anew.path("id").asText()).isEqualTo(id);
            assertThat(anew.at("/account/balanceUsd").asText()).isEqualTo("8");
            assertThat(world(sim, "staging-1/jobs").json().path("jobs")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "balanceUsd: 5 | balanceUsd: much | worlds.yaml:2:5: balanceUsd: not an amount of dollars: much; mend this world, or leave it out",
                "label: | lable: | worlds.yaml:2:5: no field is called \"lable\" here",
                "scenario: provider-refuses | scenario: no-such | worlds.yaml:6:5: no scenario is called \"no-such\"",
                "apiKey: staging-1 | seed: 1 | worlds.yaml:2:5: it names neither apiKey nor walletAddress",
                "worlds: | world: | there is to be one member, worlds",
                "balanceUsd: 5 | : 5: | worlds.yaml:4:",
            })
    void aMistakeIsToldInOneLineAndChangesNothing(String right, String wrong, String says) throws IOException {
        try (var sim = start()) {
            var before = world(sim, "staging-1").json().deepCopy();
            Files.writeString(file, TWO.replace("5\n", "6\n").replace(right.replace("5", "6"), wrong));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sim.simulator().declareWorlds())
                    .withMessageStartingWith("worlds cannot be \"" + file + "\": " + says)
                    .withMessageNotContaining("\n");
            assertThat(world(sim, "staging-1").json()).isEqualTo(before);
        }
    }

    @Test
    void aServerDoesNotStartOnAFileThatIsWrong() throws IOException {
        Files.writeString(file, "worlds: 7");
        assertThatIllegalArgumentException().isThrownBy(this::start).withMessageContaining("worlds cannot be");
        Files.delete(file);
        assertThatIllegalArgumentException().isThrownBy(this::start).withMessageContaining("there is no such file");
    }

    @Test
    void theCallTakesTheSameListAndIsIdempotent() {
        try (var sim = Sim.start()) {
            var list = "{\"worlds\":[{\"apiKey\":\"a\",\"balanceUsd\":5},{\"apiKey\":\"b\"}]}";
            var first = sim.control().put("/worlds", list);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json().at("/worlds/0/apiKey").asText()).isEqualTo("a");
            sim.api("a").post("/video/queue", Requests.WAN);
            var again = sim.control().put("/worlds", list);
            assertThat(again.json().at("/worlds/0/id")).isEqualTo(first.json().at("/worlds/0/id"));
            assertThat(again.json().at("/worlds/0/account/balanceUsd").asText()).isEqualTo("4.45");
            assertThat(sim.control().get("/worlds").json().path("worlds")).hasSize(2);
        }
    }

    @Test
    void oneThatCannotBeDeclaredKeepsTheOthersFromIt() {
        try (var sim = Sim.start(config -> config.maxWorlds(3))) {
            for (var list : new String[] {
                "{\"worlds\":[{\"apiKey\":\"new\"},{\"apiKey\":\"b\",\"balanceUsd\":-1}]}",
                "{\"worlds\":[{\"apiKey\":\"new\"},{\"apiKey\":\"new\"}]}",
                "{\"worlds\":[{\"apiKey\":\"new\"},{}]}",
                "{\"worlds\":[{\"apiKey\":\"new\"},7]}",
                "{\"worlds\":[{\"apiKey\":\"new\"}],\"more\":1}",
                "{\"worlds\":[{\"apiKey\":\"new\"},{\"apiKey\":\"b\"},{\"apiKey\":\"c\"},{\"apiKey\":\"d\"}]}",
            }) {
                assertThat(sim.control().put("/worlds", list).status()).as(list).isEqualTo(400);
            }
            sim.control().post("/worlds", "{\"apiKey\":\"x\"}");
            sim.control().post("/worlds/x/keys", "{\"apiKey\":\"y\"}");
            var shared = sim.control()
                    .put("/worlds", "{\"worlds\":[{\"apiKey\":\"new\"},{\"apiKey\":\"x\"},{\"apiKey\":\"y\"}]}");
            assertThat(shared.status()).isEqualTo(409);
            assertThat(world(sim, "new").status()).isEqualTo(404);
        }
    }
}
