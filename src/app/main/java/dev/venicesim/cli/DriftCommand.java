package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.drift.Drift;
import dev.venicesim.contract.drift.DriftOutcome;
import dev.venicesim.contract.drift.DriftReport;
import dev.venicesim.contract.drift.DriftTimeline;
import dev.venicesim.contract.drift.ModelDrift;
import dev.venicesim.contract.drift.OpenApiDrift;
import dev.venicesim.contract.drift.PriceDrift;
import dev.venicesim.contract.drift.QuoteDrift;
import dev.venicesim.contract.history.HistoryEntry;
import dev.venicesim.contract.history.HistoryFile;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.recording.Recording;
import dev.venicesim.json.NamedFile;
import dev.venicesim.money.Usd;
import dev.venicesim.time.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that compares a catalogue or an OpenAPI file with an edition, or OpenAPI files with each other. */
@Command(
        name = "drift",
        description = {
            "Compares a catalogue, live or saved, prices, live quotes, or an OpenAPI file of the API with an edition;",
            "or the OpenAPI files of a folder, each with the next.",
            "Exits 0 if they agree, 1 if they differ, 2 on misuse, 3 if the address cannot be reached."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class DriftCommand extends ContractCommand {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(
            names = "--models",
            paramLabel = "URL|FILE",
            description = "A base URL, or a saved reply of GET /models?type=video.")
    private @Nullable String models;

    @Option(
            names = "--openapi",
            paramLabel = "FILE|FOLDER",
            description = {
                "The API's OpenAPI file, of any version, in YAML or JSON.",
                "Of a folder with several, it is told what changed from each version to the next, by info.version"
                        + " or else by name."
            })
    private @Nullable Path openapi;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A price file, such as record --prices makes of live quotes.")
    private @Nullable Path prices;

    @Option(
            names = "--quotes",
            paramLabel = "URL",
            description = "A base URL, which is asked for every length, resolution, ratio and sound of every model;"
                    + " quotes cost nothing.")
    private @Nullable String quotes;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "A price file that the quotes are compared with, before the edition's prices.")
    private @Nullable Path against;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps the quotes as they come, so that an interrupted run is taken up where it stopped.")
    private @Nullable Path resume;

    @Mixin
    private ServedTls tls = new ServedTls();

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Override
    int run() throws InterruptedException {
        if (quotes == null && (against != null || resume != null)) {
            throw new IllegalArgumentException(
                    (against != null ? "against" : "resume") + " is about quotes; give --quotes URL, too");
        }
        var sources = sources();
        var timeline = openapi != null && Files.isDirectory(openapi);
        if (timeline && (sources.size() > 1 || edition.isGiven())) {
            throw new IllegalArgumentException(
                    "openapi cannot be \"" + openapi + "\" here: the versions in a folder are"
                            + " compared with each other; leave out edition, models, prices and quotes, or give one"
                            + " file");
        }
        var asOf = edition.edition();
        report.prepare();
        var runs = history.open();
        var began = TimeSource.system().now();
        var asEdition = timeline ? "" : asOf.id();
        try {
            var found = timeline ? timeline() : new DriftReport(asOf, sources, compared(asOf));
            found.lines().forEach(out()::println);
            report.write("drift.json", found.json());
            report.write("drift.html", found.html());
            report.write("drift.md", found.markdown());
            var exit = found.agrees() ? 0 : 1;
            add(runs, began, String.join(" and ", sources), asEdition, Optional.of(found), exit);
            return exit;
        } catch (TargetFailure failure) {
            add(runs, began, String.join(" and ", sources), asEdition, Optional.empty(), CommandFailure.UNREACHABLE);
            throw failure;
        }
    }

    private List<String> sources() {
        var sources = Stream.of(models, openapi, prices, quotes)
                .filter(java.util.Objects::nonNull)
                .map(String::valueOf)
                .toList();
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to compare; give --models, --prices, --quotes, --openapi or several");
        }
        return sources;
    }

    private void add(
            Optional<HistoryFile> runs,
            Instant began,
            String target,
            String asEdition,
            Optional<DriftOutcome> found,
            int exit) {
        runs.ifPresent(file -> HistoryOption.add(
                file,
                new HistoryEntry(
                        began,
                        "drift",
                        target,
                        asEdition,
                        found.map(DriftOutcome::counts).orElse(Map.of()),
                        found.map(DriftOutcome::differing).orElse(List.of()),
                        List.of(),
                        Usd.ZERO,
                        Duration.between(began, TimeSource.system().now()),
                        exit),
                report));
    }

    private DriftOutcome timeline() {
        var folder = java.util.Objects.requireNonNull(openapi);
        return new NamedFile("openapi", folder, "a folder of OpenAPI files")
                .used(() -> DriftTimeline.of(folder.toString(), OpenApiFolder.texts(folder)));
    }

    private List<Drift> compared(ApiEdition asOf) throws InterruptedException {
        var drifts = new ArrayList<Drift>();
        if (models != null) {
            drifts.addAll(isUrl(models) ? live(asOf, models) : saved(asOf, models));
        }
        if (openapi != null) {
            var file = new NamedFile("openapi", openapi, "the API's OpenAPI file");
            var text = file.text();
            drifts.addAll(file.used(() -> OpenApiDrift.of(asOf, text)));
        }
        if (prices != null) {
            var file = new NamedFile("prices", prices, "a price file, as record makes");
            var rows = file.json();
            drifts.addAll(file.used(() -> PriceDrift.of(asOf, rows)));
        }
        if (quotes != null) {
            drifts.addAll(quoted(asOf, quotes));
        }
        return drifts;
    }

    private static boolean isUrl(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private List<Drift> live(ApiEdition asOf, String url) throws InterruptedException {
        var base = url.replaceFirst("/models(\\?.*)?$", "");
        var target = Target.at(base, Optional.empty(), Target.Manner.real(), tls.at(base, System.getenv()));
        var answer = target.ask(TargetRequest.get("/models?type=video"));
        try {
            return ModelDrift.of(asOf, answer.json());
        } catch (IllegalArgumentException e) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    target.baseUrl() + "/models?type=video answered " + answer.status() + " without a list of models;"
                            + " give the base URL of the API, ending in /api/v1");
        }
    }

    private List<Drift> quoted(ApiEdition asOf, String url) throws InterruptedException {
        var ofFile = against == null
                ? Optional.<JsonNode>empty()
                : Optional.of(new NamedFile("against", against, "a price file, as record makes").json());
        var drift = new QuoteDrift(asOf, ofFile);
        var base = TargetOption.withPath(url);
        var target = Target.at(base, Optional.empty(), Target.Manner.real(), tls.at(base, System.getenv()));
        var recording = new Recording(target, out()::println);
        return drift.of(recording.quotes(drift.known(recording.models()), Optional.ofNullable(resume)));
    }

    private static List<Drift> saved(ApiEdition asOf, String path) {
        var file = new NamedFile("models", Path.of(path), "a saved reply of GET /models?type=video");
        var list = file.json();
        return file.used(() -> ModelDrift.of(asOf, list));
    }
}
