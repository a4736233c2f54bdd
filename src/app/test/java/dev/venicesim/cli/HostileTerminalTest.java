package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.HostileServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile server says on the way to a user's terminal. */
class HostileTerminalTest {

    private static final String ATTACK = "\\u001b[31m\\u001b]0;title\\u0007\\u009b2J\\u202e\\r";

    private final StringWriter printed = new StringWriter();

    private int run(String... words) {
        var out = new PrintWriter(printed);
        return Main.commandLine(Map.of(), words).setOut(out).setErr(out).execute(words);
    }

    private void assertPlain() {
        assertThat(printed.toString())
                .isNotEmpty()
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "\r", "\tat ");
    }

    @Test
    void replacesWhatSteersATerminalAndNothingElse() {
        assertThat(PlainText.of("a\u001b[0m\u009b\u202eb\tc\nd é €")).isEqualTo("a\uFFFD[0m\uFFFD\uFFFDb\tc\nd é €");
        var same = "nothing to do";
        assertThat(PlainText.of(same)).isSameAs(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "record", "drift", "demo"})
    void printsNothingThatSteers(String command, @TempDir Path folder) {
        var body =
                "{\"data\":[{\"id\":\"wan-2.6-text-to-video\",\"type\":\"" + ATTACK + "\",\"model_spec\":{\"name\":\""
                        + ATTACK + "\"}},{\"id\":\"" + ATTACK + "\",\"type\":\"video\"}],\"status\":\"" + ATTACK
                        + "\",\"error\":\"" + ATTACK + "\",\"quote\":\"" + ATTACK + "\"}";
        try (var server = HostileServer.saying("", body)) {
            var exit = switch (command) {
                case "drift" -> run("drift", "--models", server.baseUrl());
                case "record" ->
                    run(
                            "record",
                            "--target",
                            server.baseUrl(),
                            "--models",
                            folder.resolve("m").toString());
                case "demo" ->
                    run(
                            "demo",
                            "--target",
                            server.baseUrl(),
                            "--out",
                            folder.resolve("v").toString());
                default -> run("check", "--target", server.baseUrl(), "--only", "models.video-list");
            };
            assertThat(exit).isIn(0, 1, 2, 3);
            assertPlain();
        }
    }

    @Test
    void callsOnlyASimulatorHealthy() {
        try (var other = HostileServer.saying("", "\"\\u001b[31mI am no simulator\"");
                var sick = HostileServer.saying("", "{\"status\":\"DOWN\"}")) {
            for (var server : new HostileServer[] {other, sick}) {
                assertThat(run("healthcheck", "--url", server.baseUrl().replace("/api/v1", "")))
                        .isEqualTo(1);
            }
            assertPlain();
        }
    }
}
