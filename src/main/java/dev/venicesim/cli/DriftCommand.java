package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.drift.Drift;
import dev.venicesim.kit.contract.drift.DriftReport;
import dev.venicesim.kit.contract.drift.ModelDrift;
import dev.venicesim.kit.contract.drift.OpenApiDrift;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.kit.contract.target.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares a catalogue or an OpenAPI file with an edition. */
@Command(
        name = "drift",
        description = {
            "Compares a catalogue, live or saved, or an OpenAPI file of the API with an edition.",
            "Exits 0 if they agree, 1 if they differ, 2 on misuse, 3 if the address cannot be reached."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class DriftCommand implements Callable<Integer> {

    @Option(
            names = "--edition",
            defaultValue = "2026-06-17",
            paramLabel = "DATE",
            description = "What is compared with (default: ${DEFAULT-VALUE}).")
    private String edition = "2026-06-17";

    @Option(
            names = "--models",
            paramLabel = "URL|FILE",
            description = "A base URL, or a saved reply of GET /models?type=video.")
    private @Nullable String models;

    @Option(names = "--openapi", paramLabel = "FILE", description = "The API's OpenAPI file, of any version.")
    private @Nullable Path openapi;

    @Option(names = "--report", paramLabel = "DIR", description = "Gets drift.html and drift.json.")
    private @Nullable Path report;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LogLevel.quiet();
        try {
            return compare();
        } catch (IllegalArgumentException | WholeFile.CannotWriteException e) {
            throw CommandFailure.misuse(e);
        } catch (Trouble trouble) {
            throw CommandFailure.unreachable(trouble);
        }
    }

    private int compare() throws InterruptedException {
        var against = Edition.find(edition)
                .orElseThrow(() -> new IllegalArgumentException(
                        "edition cannot be \"" + edition + "\"; give 2026-06-17 or 2026-08-21"));
        var sources = new ArrayList<String>();
        var drifts = new ArrayList<Drift>();
        if (models != null) {
            sources.add(models);
            drifts.addAll(ModelDrift.of(against, list(models)));
        }
        if (openapi != null) {
            sources.add(openapi.toString());
            drifts.addAll(OpenApiDrift.of(against, text("openapi", openapi)));
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare; give --models, --openapi or both");
        }
        return print(new DriftReport(against, List.copyOf(sources), List.copyOf(drifts)));
    }

    private int print(DriftReport found) {
        var out = spec.commandLine().getOut();
        found.drifts().forEach(out::println);
        out.println(found.summary());
        out.flush();
        if (report != null) {
            WholeFile.write(report.resolve("drift.json"), found.json());
            WholeFile.write(report.resolve("drift.html"), found.html());
        }
        return found.drifts().isEmpty() ? 0 : 1;
    }

    private static JsonNode list(String source) throws InterruptedException {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            var base = source.replaceFirst("/models(\\?.*)?$", "");
            var target = Target.at(base, Optional.empty(), Target.Manner.real());
            return target.ask(Call.get("/models?type=video")).json();
        }
        try {
            return Json.read(text("models", Path.of(source)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("models cannot be \"" + source + "\": it is no JSON", e);
        }
    }

    private static String text(String setting, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    setting + " cannot be \"" + file + "\": " + e.getMessage() + "; give a readable UTF-8 file", e);
        }
    }
}
