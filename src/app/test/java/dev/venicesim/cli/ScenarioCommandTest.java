package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.scenario.ScenarioLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void listsEveryReadyMadeScenario() {
        assertThat(run("scenario", "list")).isZero();
        assertThat(out.toString().lines().filter(line -> !line.startsWith(" ")))
                .containsExactlyElementsOf(ScenarioLibrary.READY_MADE);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "happy Everything works", "A bad line. One queue call in ten loses its answer", "breaks off.");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void showsAScenarioAsItIsWritten() {
        assertThat(run("scenario", "show", "happy")).isZero();
        assertThat(out.toString()).startsWith("description:").contains("jobTime: 3s");
    }

    @Test
    void refusesANameNobodyKnowsInOneLine() {
        assertThat(run("scenario", "show", "../happy")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("no scenario is called \"../happy\"");
    }

    @Test
    void validatesEveryFile(@TempDir Path folder) throws IOException {
        var good = Files.writeString(folder.resolve("good.yaml"), "jobTime: 3s");
        var bad = Files.writeString(folder.resolve("bad.yaml"), "jobTime: 3s\nblance: 5");
        assertThat(run("scenario", "validate", good.toString())).isZero();
        assertThat(run("scenario", "validate", good.toString(), bad.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("bad.yaml:2:1: unknown key \"blance\"");
    }

    @Test
    void wantsToKnowWhatToDo() {
        assertThat(run("scenario")).isEqualTo(2);
        assertThat(run("scenario", "validate")).isEqualTo(2);
    }
}
