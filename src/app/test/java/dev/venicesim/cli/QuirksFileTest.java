package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Checked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code check --write-quirks} writes makes a simulator that {@code check} agrees with, but for the quirks
 * themselves.
 */
class QuirksFileTest {

    @Test
    void aSimulatorServedWithTheFileDiffersJustAsTheTargetDid(@TempDir Path folder) throws Exception {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        try (var odd = Checked.as(
                TestEditions.JUNE,
                config -> config.quirk("unknown-queue-id", "400")
                        .quirk("missing-sign-in", "402")
                        .limits(false))) {
            assertThat(check(folder, odd.baseUrl(), first)).isEqualTo(1);
        }
        assertThat(Files.readString(first))
                .contains("--quirk unknown-queue-id=400", "--quirk missing-sign-in=402", "--limits off");
        var port = folder.resolve("port");
        var words = List.of("serve", "@" + first, "--port", "0", "--port-file", port.toString());
        try (var served = Launched.in(folder, List.of(), words, "")) {
            served.await("venice-sim ready");
            var url = "http://127.0.0.1:" + Files.readString(port).strip() + "/api/v1";
            assertThat(check(folder, url, second)).isEqualTo(1);
        }
        assertThat(options(second)).isEqualTo(options(first));
    }

    private static int check(Path folder, String url, Path quirks) throws Exception {
        var words = new java.util.ArrayList<>(
                List.of("check", "--target", url, "--api-key-env", "KEY", "--write-quirks", quirks.toString()));
        for (var id : List.of("retrieve.unknown-id", "x402.missing-sign-in", "headers.rate-limit", "quote.number")) {
            words.addAll(List.of("--only", id));
        }
        try (var run = Launched.in(folder, List.of(), words, "VENICE_INFERENCE_KEY_x")) {
            return run.exit();
        }
    }

    private static List<String> options(Path file) throws java.io.IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
