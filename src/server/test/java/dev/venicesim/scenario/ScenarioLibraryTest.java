package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.ScalarEvent;

class ScenarioLibraryTest {

    @SuppressWarnings("unused") // read by name
    static final List<String> READY_MADE = ScenarioLibrary.READY_MADE;

    private static final ScenarioLibrary SCENARIOS = ScenarioLibrary.readyMade();

    private final Path folder;

    ScenarioLibraryTest(@TempDir Path folder) {
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
            assertThat(names).isEqualTo(SCENARIOS.list());
        }
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

    /** What a reader of YAML 1.1 takes for something else than a string: a truth, a day, a number of base 60. */
    private static final Pattern OTHERWISE_IN_1_1 =
            Pattern.compile("(?i)y|n|yes|no|on|off|\\d{4}-\\d\\d?-\\d\\d?.*|[-+]?\\d+(:[0-5]?\\d)+(\\.\\d*)?|0\\d+");

    @ParameterizedTest
    @FieldSource("READY_MADE")
    void readTheSameInYaml11(String name) {
        var text = ScenarioLibrary.readyMade().show(name).orElseThrow();
        var plain = new ArrayList<String>();
        new Parse(LoadSettings.builder().build()).parseString(text).forEach(event -> {
            if (event instanceof ScalarEvent scalar && scalar.isPlain()) {
                plain.add(scalar.getValue());
            }
        });
        assertThat(plain)
                .isNotEmpty()
                .noneMatch(value -> OTHERWISE_IN_1_1.matcher(value).matches());
    }
}
