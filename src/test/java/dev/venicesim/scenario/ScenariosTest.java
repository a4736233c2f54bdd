package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {

    @SuppressWarnings("unused") // read by name
    static final List<String> READY_MADE = Scenarios.READY_MADE;

    private static final Scenarios SCENARIOS = Scenarios.readyMade();

    private final Path folder;

    ScenariosTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @FieldSource("READY_MADE")
    void readsEveryReadyMadeOneAndItSaysWhatItIsFor(String name) {
        var scenario = SCENARIOS.find(name).orElseThrow();
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.description().length()).isGreaterThan(60);
        assertThat(SCENARIOS.show(name).orElseThrow()).startsWith("description:");
    }

    @Test
    void knowsEveryFileOfTheFolderScenarios() throws IOException {
        try (var files = Files.list(Path.of("scenarios"))) {
            var names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertThat(names).isEqualTo(Scenarios.READY_MADE);
        }
    }

    @Test
    void findsAUsersOwnBeforeTheReadyMade() throws IOException {
        write("happy.yaml", "description: mine");
        write("own.json", "{\"description\": \"my own\"}");
        write("notes.txt", "not: [a scenario");
        var scenarios = Scenarios.of(List.of(folder));
        assertThat(scenarios.find("happy").orElseThrow().description()).isEqualTo("mine");
        assertThat(scenarios.show("own")).contains("{\"description\": \"my own\"}");
        assertThat(scenarios.list())
                .contains("own", "slow")
                .doesNotContain("notes")
                .isSorted();
    }

    @Test
    void readsAllFilesAgainOrNone() throws IOException {
        write("a.yaml", "description: old");
        write("b.yaml", "description: old");
        var scenarios = Scenarios.of(List.of(folder));
        write("a.yaml", "description: new");
        write("b.yaml", "descripton: new");
        var refused = catchThrowableOfType(ScenarioException.class, scenarios::reload);
        assertThat(refused)
                .hasMessageEndingWith("b.yaml:1:1: unknown key \"descripton\"; did you mean \"description\"?");
        assertThat(scenarios.find("a").orElseThrow().description()).isEqualTo("old");
        write("b.yaml", "description: new");
        var reloaded = scenarios.reload();
        assertThat(reloaded.find("a").orElseThrow().description()).isEqualTo("new");
        assertThat(reloaded.find("b").orElseThrow().description()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../happy",
                "..",
                "/etc/passwd",
                "happy.yaml",
                "sub/../happy",
                "C:\\happy",
                "",
                "happy\0",
                "%2e%2e"
            })
    void takesNoNameForAPath(String name) {
        assertThat(SCENARIOS.find(name)).isEmpty();
        assertThat(SCENARIOS.show(name)).isEmpty();
    }

    @Test
    void followsNoLinkOutOfItsFolder(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.yaml"), "description: secret");
        Files.createSymbolicLink(folder.resolve("link.yaml"), elsewhere.resolve("secret.yaml"));
        write("real.yaml", "description: real");
        Files.createSymbolicLink(folder.resolve("same.yaml"), folder.resolve("real.yaml"));
        assertThat(Scenarios.of(List.of(folder)).list())
                .contains("real", "same")
                .doesNotContain("link");
    }

    @Test
    void opensANameOrAFile() throws IOException {
        write("own.yaml", "description: my own");
        assertThat(SCENARIOS.open("happy").name()).isEqualTo("happy");
        assertThat(SCENARIOS.open(folder.resolve("own.yaml").toString()).name()).isEqualTo("own");
    }

    @Test
    void saysWhatNobodyIsCalled() {
        assertThatThrownBy(() -> SCENARIOS.open("hapy"))
                .hasMessage("hapy:1:1: no scenario of this name; did you mean \"happy\"?");
        assertThatThrownBy(() -> SCENARIOS.open("no/such.yaml"))
                .hasMessage("no/such.yaml:1:1: no such file; name a scenario file that can be read");
        assertThatThrownBy(() -> SCENARIOS.open("a\0b")).isInstanceOf(ScenarioException.class);
        assertThatThrownBy(() -> Scenarios.of(List.of(folder.resolve("none")))).isInstanceOf(ScenarioException.class);
    }

    @Test
    void validatesAFile() throws IOException {
        write("good.yaml", "seed: 1");
        write("bad.yaml", "seed: one\njobTime: soon");
        Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThat(SCENARIOS.validate(folder.resolve("good.yaml"))).isEmpty();
        assertThat(SCENARIOS.validate(folder.resolve("bad.yaml"))).hasSize(2);
        assertThat(SCENARIOS.validate(folder.resolve("latin.yaml")).get(0).what())
                .isEqualTo("not UTF-8");
        assertThat(SCENARIOS.validate(folder).get(0).what()).isEqualTo("cannot be read");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
