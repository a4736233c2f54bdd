package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that says why a request was answered as it was. */
@Command(
        name = "why",
        description = "Says why a request was answered as it was, step by step.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class WhyCommand implements Callable<Integer> {

    @Mixin
    private ControlOptions simulator = new ControlOptions();

    @Parameters(
            paramLabel = "RAY|NUMBER",
            description = "The CF-RAY header of its reply, or its number in the journal of its world.")
    private String request = "";

    @Option(
            names = "--world",
            paramLabel = "ID|KEY",
            description = "The world whose number it is; needed if more than one has it.")
    private @Nullable String world;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** A request, and the id or name of its world. */
    private record Found(String world, JsonNode entry) {}

    @Override
    public Integer call() throws InterruptedException {
        var found = found();
        if (found.isEmpty()) {
            throw CommandFailure.failed(
                    "no journal has the request " + request + "; each keeps the latest, --journal says how many",
                    new IllegalStateException("404"));
        }
        var out = spec.commandLine().getOut();
        var entry = found.get().entry();
        out.println(JournalLines.request(found.get().world(), entry).replaceFirst("^request +", ""));
        var step = 1;
        for (var reason : entry.path("why")) {
            out.println("  " + step++ + ". " + JournalLines.plain(reason.asText()));
        }
        out.flush();
        return 0;
    }

    private Optional<Found> found() throws InterruptedException {
        var path = "/requests/" + ControlOptions.segment(request);
        if (world != null) {
            var named = "/worlds/" + ControlOptions.segment(world);
            return simulator.find(named + path).map(entry -> new Found("-", entry));
        }
        if (!request.matches("\\d{1,15}")) {
            return simulator
                    .find(path)
                    .map(entry -> new Found(entry.path("world").asText(), entry));
        }
        var all = everywhere(path);
        if (all.size() > 1) {
            throw CommandFailure.misuse(new IllegalArgumentException(all.size() + " worlds have a request " + request
                    + "; say which with --world "
                    + String.join(
                            " or ", all.stream().map(Found::world).limit(3).toList())
                    + ", or give the CF-RAY of its reply"));
        }
        return all.stream().findFirst();
    }

    private List<Found> everywhere(String path) throws InterruptedException {
        var ids = new ArrayList<>(List.of("anonymous"));
        simulator
                .get("/worlds")
                .path("worlds")
                .forEach(each -> ids.add(each.path("id").asText()));
        var all = new ArrayList<Found>();
        for (var id : ids) {
            simulator.find("/worlds/" + id + path).ifPresent(entry -> all.add(new Found(id, entry)));
        }
        return all;
    }
}
