package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code costs} tells of a run, and of its difference from another one. */
@Timeout(60)
class CostsCommandTest {

    private static final String ORDER =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    @AutoClose
    private final Simulator simulator =
            Simulator.start(SimulatorConfig.builder().port(0).build());

    @TempDir
    private Path folder;

    /** What a command printed, and how it ended. */
    private record Ran(int code, String out, String err) {}

    private Ran run(String... options) {
        var args = new String[options.length + 3];
        args[0] = "costs";
        args[1] = "--url";
        args[2] = simulator.origin();
        System.arraycopy(options, 0, args, 3, options.length);
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(Map.of(), args);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Ran(line.execute(args), out.toString(), err.toString());
    }

    private void queue() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/video/queue"))
                .header("Authorization", "Bearer some-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    @Test
    void tellsTheTotalAndWhatItIsMadeOf() throws Exception {
        queue();
        var ran = run();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .isEqualToNormalizingNewlines(
                        "this run: 0.55 USD in production, 1 queue call\n  wan-2.6-text-to-video 0.55 USD\n");
    }

    @Test
    void tellsWhatAChangeCosts() throws Exception {
        queue();
        var baseline =
                Files.writeString(folder.resolve("baseline.json"), run("--json").out());
        assertThat(run("--baseline", baseline.toString()).out()).startsWith("this change: +0.00 USD a run");
        queue();
        queue();
        assertThat(run("--baseline", baseline.toString()).out())
                .contains(
                        "this change: +1.10 USD a run, 2 more queue calls",
                        "this run: 1.65 USD in production, 3 queue calls",
                        "wan-2.6-text-to-video +1.10 USD");
        var json =
                Json.read(run("--baseline", baseline.toString(), "--json").out().getBytes(StandardCharsets.UTF_8));
        assertThat(json.at("/change/usd").decimalValue()).isEqualByComparingTo("1.1");
        assertThat(json.at("/change/calls/queue").asInt()).isEqualTo(2);
        assertThat(json.at("/change/byModel/wan-2.6-text-to-video").decimalValue())
                .isEqualByComparingTo("1.1");
    }

    @Test
    void failsARunThatIsTooDear() throws Exception {
        queue();
        assertThat(run("--max-usd", "0.55").code()).isZero();
        var over = run("--max-usd", "0.50");
        assertThat(over.code()).isEqualTo(1);
        assertThat(over.out()).contains("allowed are 0.50 USD: 0.05 USD too much");
    }

    @Test
    void writesALineForTheSummaryOfAJob() throws IOException {
        var now = Json.read(
                ("{\"usd\":1.1,\"byModel\":{\"wan\":1.1},\"calls\":[{\"operation\":\"queue\",\"model\":\"wan\",\"count\":2}],"
                                + "\"findings\":[{\"rule\":\"paid-twice\",\"count\":1,\"costUsd\":0.55}]}")
                        .getBytes(StandardCharsets.UTF_8));
        var before = Json.read(
                "{\"usd\":0.55,\"byModel\":{\"wan\":0.55},\"calls\":[{\"operation\":\"queue\",\"model\":\"wan\",\"count\":1}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(new RunCosts(now, Optional.of(before), Optional.empty()).markdown())
                .contains(
                        "**this change: +0.55 USD a run, 1 more queue call**",
                        "- wan +0.55 USD",
                        "- paid-twice: 1 finding, 0.55 USD (0 before)");
    }

    @Test
    void refusesWhatIsNoBaselineAndNoAmountInOneLine() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "{");
        assertThat(run("--baseline", broken.toString()))
                .matches(ran -> ran.code() == 2)
                .extracting(Ran::err)
                .asString()
                .contains("baseline cannot be", "give a file that costs --json printed into");
        assertThat(run("--max-usd", "much").code()).isEqualTo(2);
        assertThat(run("--max-usd", "-1").err()).contains("max-usd cannot be \"-1\"; give 0 or more dollars");
        for (var bad : List.of(
                "{}",
                "[]",
                "{\"usd\":1}",
                "{\"usd\":1e300,\"byModel\":{}}",
                "{\"usd\":0.0000001,\"byModel\":{}}",
                "{\"usd\":1,\"byModel\":{\"wan\":1e999999999}}",
                "{\"usd\":1,\"byModel\":{\"wan\":\"x\"}}")) {
            var file = Files.writeString(folder.resolve("bad.json"), bad);
            var ran = run("--baseline", file.toString());
            assertThat(ran.code()).as(bad).isEqualTo(2);
            assertThat(ran.err()).startsWith("venice-sim: baseline cannot be ").hasLineCount(1);
        }
        simulator.close();
        assertThat(run().code()).isEqualTo(2);
    }
}
