package dev.venicesim.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.assertj.VeniceAssertions;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.Scenario;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the examples of docs/clients.md, and of the cookbook, as a reader would; one whose tool is not installed is skipped by name. */
@VeniceSimulatorTest(failOnUnexpectedErrors = true)
class ClientExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

    private static final String TIME = "docs/virtual-time.md";

    @TempDir
    private Path folder;

    /** Variables by which a client finds a certificate. */
    private final Map<String, String> trust = new HashMap<>();

    @Test
    void curlGetsTheVideo(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("bash").get(0), "example.sh", "bash", "curl"))
                .isEqualTo("{\"success\":true}\n");
        requireVideo(world);
    }

    @Test
    void pythonGetsTheVideo(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("python").get(0), "example.py", "python3", "python3"))
                .isEqualTo("{'success': True}\n");
        requireVideo(world);
    }

    @Test
    void nodeGetsTheVideo(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("javascript").get(0), "example.mjs", "node", "node"))
                .isEqualTo("{ success: true }\n");
        requireVideo(world);
    }

    @ParameterizedTest
    @CsvSource({
        "bash, example.sh, bash, curl",
        "python, example.py, python3, python3",
        "javascript, example.mjs, node, node"
    })
    @Scenario("stuck-job")
    void givesUpWithAnErrorAndSavesNothingThatIsNoVideo(
            String language, String name, String interpreter, String tool, VeniceWorld world) throws Exception {
        var ended = launch(world, examples(language).get(0), name, interpreter, tool);
        assertThat(ended.status()).isNotZero();
        assertThat(ended.errors()).contains("no video, but", "\"status\":\"PROCESSING\"");
        assertThat(folder.resolve("gondola.mp4")).doesNotExist();
        VeniceAssertions.assertThat(world).wasAsked("retrieve", 3).wasAsked("complete", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "bash, example.sh, bash, curl",
        "python, example.py, python3, python3",
        "javascript, example.mjs, node, node"
    })
    void theVariablesOfTheTlsPageMakeTheSameExamplesTrustTheSimulator(
            String language, String name, String interpreter, String tool) throws Exception {
        try (var simulator = encrypted()) {
            var world = simulator.newWorld();
            assertThat(launch(world, examples(language).get(0), name, interpreter, tool)
                            .status())
                    .as("without them")
                    .isNotZero();
            var ca = folder.resolve("ca.pem").toString();
            trust.putAll(Map.of("CURL_CA_BUNDLE", ca, "SSL_CERT_FILE", ca, "NODE_EXTRA_CA_CERTS", ca));
            run(world, examples(language).get(0), name, interpreter, tool);
            requireVideo(world);
        }
    }

    @Test
    void curlReachesTheSimulatorByTheNameOfTheApi() throws Exception {
        try (var simulator = encrypted()) {
            var world = simulator.newWorld();
            trust.put("VENICE_SIM_TLS_CA", folder.resolve("ca.pem").toString());
            trust.put("VENICE_SIM_PORT", Integer.toString(simulator.port()));
            run(world, examples("docs/tls.md", "bash").get(0), "fixed.sh", "bash", "curl");
            assertThat(folder.resolve("models.json")).content().contains("wan-2.6-text-to-video");
        }
    }

    private Simulator encrypted() {
        return Simulator.start(SimulatorConfig.builder()
                .port(0)
                .jobTime("polls:2")
                .tls("generated")
                .tlsCa(folder.resolve("ca.pem"))
                .publicUrl("https://api.venice.ai")
                .build());
    }

    @Test
    void curlArrangesAndInspectsAWorld(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("bash").get(1), "control.sh", "bash", "curl"))
                .contains("\"frozen\":true", "\"state\":\"COMPLETED\"", "\"balanceUsd\":4.45");
    }

    @Test
    void curlSetsOneKeyUpAnew(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("bash").get(2), "arrange.sh", "bash", "curl"))
                .contains("\"scenario\":\"scenario\"", "\"jobTime\":\"polls:1\"")
                .endsWith("}")
                .contains("\"scenario\":null");
    }

    @Test
    @Scenario("jobTime: 1ms\n")
    void curlOfReadmeGetsTheVideo(VeniceWorld world) throws Exception {
        var pasted = examples("README.md", "bash")
                .get(0)
                .replace("http://127.0.0.1:8080/api/v1", world.baseUrl())
                .replace("any-key", world.apiKey())
                .replace("sleep 6 ", "sleep 0 ");
        assertThat(run(world, pasted, "readme.sh", "bash", "curl")).contains("\"queue_id\":", "video/mp4");
        VeniceAssertions.assertThatVideo(folder.resolve("clip.mp4")).isPlayableMp4();
    }

    @Test
    void curlOfTheCookbookSetsAScenario(VeniceWorld world) throws Exception {
        assertThat(run(world, examples("docs/cookbook.md", "bash").get(0), "cookbook.sh", "bash", "curl"))
                .contains("\"jobTime\":\"10m\"");
    }

    @Test
    void curlMovesTheClockInsteadOfPausing(VeniceWorld world) throws Exception {
        assertThat(run(world, examples(TIME, "bash").get(0), "clock.sh", "bash", "curl"))
                .contains("\"shared\":true");
    }

    /** The clients of docs/clients.md as they stand, beside the file of docs/virtual-time.md, by its command. */
    @ParameterizedTest
    @CsvSource({"python, py, python3, 0", "javascript, mjs, node, 1"})
    @Scenario("jobTime: 10m")
    void clientsWaitTenMinutesInNoTime(String language, String ending, String tool, int command, VeniceWorld world)
            throws Exception {
        Files.writeString(
                folder.resolve("venice_time." + ending),
                examples(TIME, language).get(0));
        Files.writeString(
                folder.resolve("gondola." + ending), examples(language).get(0));
        var shown = examples(TIME, "console").get(command).substring("$ ".length());
        var patient = "export VENICE_POLL_SECONDS=5 VENICE_POLLS=130\n" + shown;
        assertThat(run(world, patient, "patient.sh", "bash", tool)).containsIgnoringCase("true");
        VeniceAssertions.assertThatVideo(folder.resolve("gondola.mp4")).isPlayableMp4();
        VeniceAssertions.assertThat(world).wasAsked("retrieve", 121).hasNoFindings();
    }

    private void requireVideo(VeniceWorld world) throws IOException {
        VeniceAssertions.assertThatVideo(folder.resolve("gondola.mp4"))
                .isPlayableMp4()
                .hasDuration("5s");
        VeniceAssertions.assertThat(world).hasCharged("0.55").wasAsked("retrieve", 3);
    }

    private static List<String> examples(String language) throws IOException {
        return examples("docs/clients.md", language);
    }

    private static List<String> examples(String page, String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(page)))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    private record Ended(int status, String output, String errors) {}

    private String run(VeniceWorld world, String text, String name, String interpreter, String tool) throws Exception {
        var ended = launch(world, text, name, interpreter, tool);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.output();
    }

    private Ended launch(VeniceWorld world, String text, String name, String interpreter, String tool)
            throws Exception {
        assumeTrue(installed(tool), tool + " is not installed, so its example in docs/clients.md was not run");
        var script = Files.writeString(folder.resolve(name), text);
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(interpreter, script.toString())
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("VENICE_BASE_URL", world.baseUrl());
        builder.environment().put("VENICE_API_KEY", world.apiKey());
        builder.environment().put("VENICE_POLL_SECONDS", "0");
        builder.environment().put("VENICE_POLLS", "3");
        builder.environment().keySet().removeAll(List.of("CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"));
        builder.environment().putAll(trust);
        // a proxy of this machine has no business on loopback
        builder.environment().put("NO_PROXY", "127.0.0.1,api.venice.ai");
        builder.environment().put("no_proxy", "127.0.0.1,api.venice.ai");
        var output = folder.resolve("output");
        var process = builder.redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(150, TimeUnit.SECONDS))
                    .as("ends in a minute")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private static boolean installed(String tool) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(150, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
