package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.drift.Drift;
import dev.venicesim.contract.drift.DriftReport;
import dev.venicesim.contract.drift.ModelDrift;
import dev.venicesim.contract.drift.OpenApiDrift;
import dev.venicesim.contract.drift.PriceDrift;
import dev.venicesim.contract.drift.QuoteDrift;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.recording.Recording;
import dev.venicesim.json.NamedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that compares a catalogue or an OpenAPI file with an edition. */
@Command(
        name = "drift",
        description = {
            "Compares a catalogue, live or saved, prices, live quotes, or an OpenAPI file of the API with an edition.",
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
            paramLabel = "FILE",
            description = "The API's OpenAPI file, of any version, in YAML or JSON.")
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

    @Override
    int run() throws InterruptedException {
        var compared = edition.edition();
        if (quotes == null && (against != null || resume != null)) {
            throw new IllegalArgumentException(
                    (against != null ? "against" : "resume") + " is about quotes; give --quotes URL, too");
        }
        var sources = new ArrayList<String>();
        var drifts = new ArrayList<Drift>();
        report.prepare();
        if (models != null) {
            sources.add(models);
            drifts.addAll(isUrl(models) ? live(compared, models) : saved(compared, models));
        }
        if (openapi != null) {
            sources.add(openapi.toString());
            var file = new NamedFile("openapi", openapi, "the API's OpenAPI file");
            var text = file.text();
            drifts.addAll(file.used(() -> OpenApiDrift.of(compared, text)));
        }
        if (prices != null) {
            sources.add(prices.toString());
            var file = new NamedFile("prices", prices, "a price file, as record makes");
            var rows = file.json();
            drifts.addAll(file.used(() -> PriceDrift.of(compared, rows)));
        }
        if (quotes != null) {
            sources.add(quotes);
            drifts.addAll(quoted(compared, quotes));
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to compare; give --models, --prices, --quotes, --openapi or several");
        }
        var found = new DriftReport(compared, List.copyOf(sources), drifts);
        found.lines().forEach(out()::println);
        report.write("drift.json", found.json());
        report.write("drift.html", found.html());
        return drifts.isEmpty() ? 0 : 1;
    }

    private static boolean isUrl(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private List<Drift> live(ApiEdition edition, String url) throws InterruptedException {
        var base = url.replaceFirst("/models(\\?.*)?$", "");
        var target = Target.at(base, Optional.empty(), Target.Manner.real(), tls.at(base, System.getenv()));
        var answer = target.ask(TargetRequest.get("/models?type=video"));
        try {
            return ModelDrift.of(edition, answer.json());
        } catch (IllegalArgumentException e) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    target.baseUrl() + "/models?type=video answered " + answer.status() + " without a list of models;"
                            + " give the base URL of the API, ending in /api/v1");
        }
    }

    private List<Drift> quoted(ApiEdition edition, String url) throws InterruptedException {
        var ofFile = against == null
                ? Optional.<JsonNode>empty()
                : Optional.of(new NamedFile("against", against, "a price file, as record makes").json());
        var drift = new QuoteDrift(edition, ofFile);
        var base = TargetOption.withPath(url);
        var target = Target.at(base, Optional.empty(), Target.Manner.real(), tls.at(base, System.getenv()));
        var recording = new Recording(target, out()::println);
        return drift.of(recording.quotes(drift.known(recording.models()), Optional.ofNullable(resume)));
    }

    private static List<Drift> saved(ApiEdition edition, String path) {
        var file = new NamedFile("models", Path.of(path), "a saved reply of GET /models?type=video");
        var list = file.json();
        return file.used(() -> ModelDrift.of(edition, list));
    }
}
