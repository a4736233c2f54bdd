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
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code coverage} tells of one run, and of several. */
@Timeout(60)
class CoverageCommandTest {

    @AutoClose
    private final Simulator simulator =
            Simulator.start(SimulatorConfig.builder().port(0).build());

    @TempDir
    private Path folder;

    /** What a command printed, and how it ended. */
    private record Ran(int code, String out, String err) {}

    private Ran asked(String... options) {
        return run(Stream.concat(Stream.of("--url", simulator.origin()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static Ran run(String... options) {
        var args = Stream.concat(Stream.of("coverage"), Stream.of(options)).toArray(String[]::new);
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(Map.of(), args);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Ran(line.execute(args), out.toString(), err.toString());
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", "Bearer some-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    private String kept(String name) throws IOException {
        return Files.writeString(folder.resolve(name), asked("--json").out()).toString();
    }

    @Test
    void tellsHowMuchWasMetAndWhatWouldShowTheRest() throws Exception {
        post("/video/queue", "{}");
        var ran = asked();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern("^1 of 1\\d\\d met in edition 2026-06-17 \\(0\\.[5-9] %\\)\nnever met:\n")
                .contains("  reply   queue 200               call queue as its page shows\n")
                .contains(
                        "  fault   lost after the charge   faults: [{ on: queue, nth: 1, phase: after, reset: {} }]\n")
                .doesNotContain("queue 400");
    }

    @Test
    void severalRunsAreToldTogether() throws Exception {
        post("/video/queue", "{}");
        var first = kept("first.json");
        post("/video/retrieve", "{}");
        var second = kept("second.json");
        var both = Json.read(run("--json", first, second).out().getBytes(StandardCharsets.UTF_8));
        assertThat(both.path("met").asInt()).isEqualTo(2);
        assertThat(both.path("points"))
                .filteredOn(point -> point.path("met").asLong() > 0)
                .extracting(point -> point.path("name").asText() + " x" + point.path("met"))
                .containsExactly("queue 400 x2", "retrieve 400 x1");
        assertThat(run(second).out()).startsWith("2 of ");
    }

    @Test
    void failsBelowTheLeast() throws Exception {
        post("/video/queue", "{}");
        assertThat(asked("--min", "0.5").code()).isZero();
        var ran = asked("--min", "60%");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).endsWith("wanted are 60 %" + System.lineSeparator());
        assertThat(asked("--min", "60", "--json").code()).isEqualTo(1);
    }

    @Test
    void anotherEditionHasAnotherContract() throws Exception {
        assertThat(asked("--edition", "2026-10-02").out())
                .contains("met in edition 2026-10-02")
                .doesNotContain("complete 200");
        Files.writeString(
                folder.resolve("new.json"),
                asked("--edition", "2026-10-02", "--json").out());
        var mixed = run(kept("old.json"), folder.resolve("new.json").toString());
        assertThat(mixed.code()).isEqualTo(2);
        assertThat(mixed.err()).contains("they are of editions 2026-06-17 and 2026-10-02; merge runs of one edition");
    }

    @Test
    void whatIsNoCoverageIsRefusedInALine() throws IOException {
        for (var text : List.of("{}", "[1]", "{\"edition\":\"2026-06-17\"}", "no JSON", """
                {"edition":"x","points":[{"kind":"reply","name":"queue 200","met":-1,"shownBy":"x"}]}""")) {
            var file = Files.writeString(folder.resolve("bad.json"), text);
            var ran = run(file.toString());
            assertThat(ran.code()).as(text).isEqualTo(2);
            assertThat(ran.err().strip())
                    .as(text)
                    .contains("coverage cannot be")
                    .doesNotContain("\n");
        }
        assertThat(run(folder.resolve("none.json").toString()).code()).isEqualTo(2);
        assertThat(asked("--min", "much").err()).contains("min cannot be \"much\": give percent from 0 to 100");
        assertThat(run("--url", "http://127.0.0.1:1").code()).isEqualTo(2);
    }
}
