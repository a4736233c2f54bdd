package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class TapCommandTest {

    private static final String NOBODY = "http://127.0.0.1:1/api/v1";

    @AutoClose
    private final Simulator simulator =
            Simulator.start(SimulatorConfig.builder().port(0).build());

    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... words) {
        printed.getBuffer().setLength(0);
        return Main.commandLine(Map.of(), words)
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(words);
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    @Test
    void badInputIsOneLineWithSettingValueAndFix() throws IOException {
        assertThat(run("tap", "--target", simulator.origin(), "--out", out())).isEqualTo(2);
        assertThat(printed.toString()).contains("did you mean " + simulator.baseUrl() + "?");
        assertThat(run("tap", "--target", NOBODY, "--out", out(), "--for", "soon"))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("for cannot be \"soon\"; give a duration");
        assertThat(run("tap", "--target", NOBODY, "--out", out(), "--port", "70000"))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("port cannot be \"70000\"; give 0 to 65535");
        assertThat(run("tap", "--target", NOBODY, "--out", out(), "--max-usd-month", "5"))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("max-usd-month needs ledger");
        Files.createDirectories(Path.of(out(), "stubs"));
        assertThat(run("tap", "--target", NOBODY, "--out", out())).isEqualTo(2);
        assertThat(printed.toString())
                .contains("out cannot be", "give a new folder")
                .hasLineCount(1);
    }

    @Test
    void aTargetThatCannotBeReachedIsThree() {
        assertThat(run("tap", "--target", NOBODY, "--out", out())).isEqualTo(3);
        assertThat(printed.toString()).contains("nothing listens there").hasLineCount(1);
    }

    @Test
    void aPortThatIsTakenIsTwoInWords() {
        var taken = Integer.toString(simulator.port());
        assertThat(run("tap", "--target", simulator.baseUrl(), "--out", out(), "--port", taken))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("port cannot be \"" + taken + "\"", "give another");
    }

    @Test
    void endsByItselfAndWritesItsFiles() {
        assertThat(run("tap", "--target", simulator.baseUrl(), "--out", out(), "--port", "0", "--for", "1ms"))
                .isZero();
        assertThat(printed.toString())
                .contains("venice-sim tap ready http://127.0.0.1:", "recorded 0 requests, spent 0.00 USD");
        assertThat(run(
                        "scenario",
                        "validate",
                        folder.resolve("out/scenario.json").toString()))
                .isZero();
    }

    @Test
    void aSignalEndsItAndTheLedgerHasWhatWasPaid() throws Exception {
        var ledger = folder.resolve("ledger");
        var words = List.of(
                "tap",
                "--target",
                simulator.baseUrl(),
                "--out",
                out(),
                "--port",
                "0",
                "--max-usd",
                "2",
                "--ledger",
                ledger.toString(),
                "--max-usd-month",
                "1",
                "--consumer",
                "shop");
        try (var tap = Launched.in(folder, List.of(), words, "")) {
            tap.await("venice-sim tap ready");
            var baseUrl = tap.printed().replaceFirst("(?s).*ready (\\S+) target.*", "$1");
            var client = new Http(baseUrl).with("Authorization", "Bearer some-key-of-mine");
            assertThat(client.post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            assertThat(client.post("/video/queue", Requests.WAN).text())
                    .contains("0.55 of 1.00 USD are spent this month");
            tap.terminate();
            assertThat(tap.exit()).isEqualTo(143);
            assertThat(tap.printed()).contains("recorded 1 requests, spent 0.55 USD by quotes", "pact.json");
        }
        assertThat(ledger).content().hasLineCount(1).contains("\"usd\":\"0.55\"");
        assertThat(folder.resolve("out/pact.json")).content().contains("\"name\" : \"shop\"");
        assertThat(folder.resolve("out/prices.json")).content().contains("wan-2.6-text-to-video");
    }
}
