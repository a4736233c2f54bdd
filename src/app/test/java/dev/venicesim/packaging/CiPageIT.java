package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of docs/ci.md with the jar, as a build would. */
class CiPageIT {

    private static final Pattern SCRIPT = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @Test
    void theSimulatorServesABuildAndSaysWhatItWouldHaveCost(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to run docs/ci.md with");
        var ended = run(folder);
        assertThat(ended).as(log(folder)).isZero();
        assertThat(folder.resolve("models.json")).content().contains("wan-2.6-text-to-video");
        assertThat(log(folder)).contains("venice-sim ready http://127.0.0.1:");
    }

    private static int run(Path folder) throws IOException, InterruptedException {
        var page = SCRIPT.matcher(
                Files.readString(Path.of(System.getProperty("venice-sim.jar")).resolveSibling("../docs/ci.md")));
        assertThat(page.find()).isTrue();
        var script = Files.writeString(folder.resolve("script.sh"), page.group(1));
        var builder = new ProcessBuilder("/bin/bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment()
                .putAll(Map.of(
                        "VENICE_SIM_JAR",
                        System.getProperty("venice-sim.jar"),
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"),
                        "no_proxy",
                        "127.0.0.1"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("ends in two minutes")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String log(Path folder) throws IOException {
        var log = folder.resolve("serve.log");
        return Files.readString(folder.resolve("output")) + (Files.exists(log) ? Files.readString(log) : "");
    }
}
