package dev.venicesim.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.kit.assertj.VeniceAssertions;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of docs/clients.md as a reader would; one whose tool is not installed is skipped by name. */
@VeniceSimulatorTest(failOnUnexpectedErrors = true)
class ClientExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void curlGetsTheVideo(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("bash").get(0), "example.sh", "bash", "curl"))
                .isEqualTo("{\"success\":true}");
        requireVideo(world);
    }

    @Test
    void pythonGetsTheVideo(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("python").get(0), "example.py", "python3", "python3"))
                .isEqualTo("{\"success\":true}\n");
        requireVideo(world);
    }

    @Test
    void nodeGetsTheVideo(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("javascript").get(0), "example.mjs", "node", "node"))
                .isEqualTo("{\"success\":true}\n");
        requireVideo(world);
    }

    @Test
    void curlArrangesAndInspectsAWorld(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("bash").get(1), "control.sh", "bash", "curl"))
                .contains("\"frozen\":true", "\"state\":\"COMPLETED\"", "\"balanceUsd\":4.45");
    }

    private void requireVideo(VeniceWorld world) throws IOException {
        VeniceAssertions.assertThatVideo(folder.resolve("gondola.mp4"))
                .isPlayableMp4()
                .hasDuration("5s");
        VeniceAssertions.assertThat(world).hasCharged("0.55").wasAsked("retrieve", 3);
    }

    private static List<String> examples(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs/clients.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    private String run(VeniceWorld world, String text, String name, String interpreter, String tool) throws Exception {
        assumeTrue(installed(tool), tool + " is not installed, so its example in docs/clients.md was not run");
        var script = Files.writeString(folder.resolve(name), text);
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(interpreter, script.toString())
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("VENICE_BASE_URL", world.baseUrl());
        builder.environment().put("VENICE_API_KEY", world.apiKey());
        // a proxy of this machine has no business on loopback
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().put("no_proxy", "127.0.0.1");
        var output = folder.resolve("output");
        var process = builder.redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ends in a minute")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }

    private static boolean installed(String tool) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
