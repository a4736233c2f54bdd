package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that prints what a running simulator was asked, and goes on if told to. */
@Command(
        name = "logs",
        description = "Prints the journals of a running simulator; with --follow, what happens from then on as well.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private ControlOptions simulator = new ControlOptions();

    @Option(names = "--follow", description = "Goes on with requests, jobs, money and findings as they happen.")
    private boolean follow;

    @Option(
            names = "--world",
            paramLabel = "ID|KEY",
            description = "Of one world alone, by its id, API key or wallet address.")
    private @Nullable String world;

    @Option(
            names = "--pact",
            paramLabel = "FILE",
            description = "Gets a pact of what the client of --world asked, instead of lines.")
    private @Nullable Path pact;

    @Option(
            names = "--consumer",
            defaultValue = "client",
            paramLabel = "NAME",
            description = "The client's name in the pact (default: ${DEFAULT-VALUE}).")
    private String consumer = "client";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** By world, the number of the last request that has been printed. */
    private final Map<String, Long> printed = new HashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        if (pact != null) {
            writePact(pact);
            return 0;
        }
        if (!follow) {
            past();
            return 0;
        }
        // listens first, so that nothing falls between the past and the stream
        var query = world == null ? "" : "?world=" + ControlOptions.segment(world);
        try (var stream = simulator.stream("/events" + query)) {
            past();
            events(stream);
        } catch (IOException e) {
            throw simulator.unreachable(e);
        }
        throw simulator.unreachable(new IOException("it has stopped"));
    }

    private void writePact(Path file) throws InterruptedException {
        if (world == null || follow) {
            throw CommandFailure.misuse(new IllegalArgumentException(
                    "pact is of one client, as it stands: give --world ID or KEY, and no --follow"));
        }
        var written =
                simulator.get("/worlds/" + worlds().get(0) + "/pact?consumer=" + ControlOptions.segment(consumer));
        try {
            WholeFile.write(file, JsonReport.text((ObjectNode) written));
        } catch (WholeFile.CannotWriteException e) {
            throw CommandFailure.misuse(e);
        }
        print("saved " + written.path("interactions").size() + " interactions in " + file);
        written.at("/metadata/venice-sim/leftOut")
                .properties()
                .forEach(why -> print("left out " + why.getValue() + ": " + why.getKey()));
    }

    private void past() throws InterruptedException {
        record Line(String at, String text) {}
        var lines = new ArrayList<Line>();
        for (var id : worlds()) {
            var requests = simulator.get("/worlds/" + id + "/requests").path("requests");
            for (var entry : requests) {
                lines.add(new Line(entry.path("at").asText(), JournalLines.request(id, entry)));
                printed.put(id, entry.path("n").asLong());
            }
        }
        lines.stream().sorted(Comparator.comparing(Line::at)).map(Line::text).forEach(this::print);
    }

    private List<String> worlds() throws InterruptedException {
        if (world != null) {
            return List.of(simulator
                    .find("/worlds/" + ControlOptions.segment(world))
                    .orElseThrow(() -> CommandFailure.failed(
                            "the simulator has no world of this id, key or address; leave --world out to see all",
                            new IllegalStateException("404")))
                    .path("id")
                    .asText());
        }
        var ids = new ArrayList<>(List.of("anonymous"));
        simulator
                .get("/worlds")
                .path("worlds")
                .forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private void events(InputStream stream) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        var type = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                type = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                event(type, Json.read(line.substring("data: ".length()).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private void event(String type, JsonNode data) {
        var id = data.path("world").asText("-");
        var known = type.equals("request") && data.path("n").asLong() <= printed.getOrDefault(id, 0L);
        if (!known) {
            print(JournalLines.of(type, id, data));
        }
    }

    private void print(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
