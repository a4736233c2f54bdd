package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code logs} and {@code why} tell of a running simulator. */
@Timeout(60)
class LogsAndWhyTest {

    @AutoClose
    private final Simulator simulator =
            Simulator.start(SimulatorConfig.builder().port(0).build());

    /** What a command printed, and how it ended. */
    private record Ran(int code, String out, String err) {}

    private Ran run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(Map.of(), args);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Ran(line.execute(args), out.toString(), err.toString());
    }

    private String queue(String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/video/queue"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        return reply.headers().firstValue("CF-RAY").orElseThrow();
    }

    @Test
    void whyTellsTheStepsOfAReplyByItsRayOrItsNumber() throws Exception {
        var ray = queue("one");
        var byRay = run("why", ray, "--url", simulator.baseUrl());
        assertThat(byRay.code()).isZero();
        assertThat(byRay.out()).contains("/api/v1/video/queue 400", ray, "  1. ");
        assertThat(run("why", "1", "--url", simulator.origin()).out()).isEqualTo(byRay.out());
        assertThat(run("why", "1", "--world", "one", "--url", simulator.origin())
                        .out())
                .contains("  1. ");
    }

    @Test
    void whyAsksForTheWorldOnlyWhereANumberIsAmbiguous() throws Exception {
        queue("one");
        queue("two");
        var ran = run("why", "1", "--url", simulator.origin());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--world");
        assertThat(run("why", "7", "--url", simulator.origin()).code()).isEqualTo(1);
        assertThat(run("why", "0123-AMS", "--url", simulator.origin()).err()).contains("--journal");
    }

    @Test
    void logsPrintsEveryRequestInTheOrderOfTime() throws Exception {
        queue("one");
        queue("two");
        var ran = run("logs", "--url", simulator.origin());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.startsWith("request  "));
        assertThat(run("logs", "--world", "one", "--url", simulator.origin())
                        .out()
                        .lines())
                .hasSize(1);
        assertThat(run("logs", "--world", "nobody", "--url", simulator.origin()).code())
                .isEqualTo(1);
    }

    @Test
    void logsSavesAPactOfOneClient(@TempDir Path folder) throws Exception {
        queue("one");
        var file = folder.resolve("pact.json");
        var where = List.of("logs", "--url", simulator.origin(), "--pact", file.toString());
        var alone = run(where.toArray(String[]::new));
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("--world");
        var more = List.of("--world", "one", "--consumer", "our client");
        var ran = run(Stream.of(where, more).flatMap(List::stream).toArray(String[]::new));
        assertThat(ran.out()).isEqualTo("saved 1 interactions in " + file + System.lineSeparator());
        assertThat(file).content().contains("\"name\" : \"our client\"", "is answered with 400");
    }

    @Test
    void logsFollowsUntilTheSimulatorStops() throws Exception {
        queue("one");
        var lines = new LinkedBlockingQueue<String>();
        var line = Main.commandLine(Map.of(), "logs");
        line.setOut(new PrintWriter(new StringWriter()) {
            @Override
            public void println(String text) {
                lines.add(text);
            }
        });
        line.setErr(new PrintWriter(new StringWriter()));
        var code = CompletableFuture.supplyAsync(() -> line.execute("logs", "--follow", "--url", simulator.origin()));
        assertThat(lines.take()).contains("#1 ");
        var ray = queue("one");
        var next = lines.take();
        while (!next.startsWith("request")) {
            next = lines.take();
        }
        assertThat(next).contains("#2 ", ray);
        simulator.close();
        assertThat(code.get()).isEqualTo(3);
    }

    @Test
    void aSimulatorThatIsNotThereIsSaidInOneLine() {
        for (var command :
                new String[][] {{"logs", "--url", "http://127.0.0.1:1"}, {"why", "1", "--url", "http://127.0.0.1:1"}}) {
            var ran = run(command);
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }

    @Test
    void theTokenOpensAGuardedSimulator() throws Exception {
        try (var guarded = Simulator.start(SimulatorConfig.builder()
                .host("0.0.0.0")
                .port(0)
                .adminToken("let-me-in")
                .viewerToken("let-me-see")
                .build())) {
            var url = "http://127.0.0.1:" + guarded.port();
            assertThat(run("logs", "--url", url).err()).contains("401");
            assertThat(run("logs", "--url", url, "--admin-token", "let-me-see").code())
                    .isZero();
        }
    }
}
