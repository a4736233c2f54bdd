package dev.venicesim.contract.drift;

import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.contract.report.Markup;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Timeline of several OpenAPI files of the API: what became different from each to the next. */
public final class DriftTimeline implements DriftOutcome {

    private final String source;
    private final boolean byVersion;
    private final List<DriftStep> steps;
    private final Map<String, String> leftOut;

    private DriftTimeline(String source, boolean byVersion, List<DriftStep> steps, Map<String, String> leftOut) {
        this.source = source;
        this.byVersion = byVersion;
        this.steps = steps;
        this.leftOut = leftOut;
    }

    /**
     * The timeline of the files, in the order of the versions they name if that is one, else of their own names.
     *
     * @param source the folder, as the user named it
     * @param texts of the files, by name; one that cannot be read is left out
     * @throws IllegalArgumentException if fewer than two of them are OpenAPI files of this API, in words
     */
    public static DriftTimeline of(String source, Map<String, Supplier<String>> texts) {
        var versions = new ArrayList<OpenApiVersion>();
        var leftOut = new LinkedHashMap<String, String>();
        new TreeMap<>(texts).forEach((name, text) -> {
            try {
                versions.add(new OpenApiVersion(name, OpenApiFile.read(text.get())));
            } catch (IllegalArgumentException e) {
                leftOut.put(name, why(e));
            }
        });
        if (versions.size() < 2) {
            throw new IllegalArgumentException(
                    "it holds " + (versions.isEmpty() ? "no OpenAPI file" : "one OpenAPI file") + " of the API"
                            + first(leftOut) + "; give a folder with two versions or more, or one file");
        }
        var byVersion = OpenApiVersion.areOrdered(versions);
        versions.sort(byVersion ? OpenApiVersion.byVersion() : Comparator.comparing(OpenApiVersion::name));
        return new DriftTimeline(source, byVersion, steps(versions), leftOut);
    }

    /** Without the setting, which is the folder, and without a fix. */
    private static String why(IllegalArgumentException failure) {
        return String.valueOf(failure.getMessage())
                .replaceFirst("^openapi cannot be \"[^\"]*\": ", "")
                .replaceFirst("; give [^;]*$", "");
    }

    private static String first(Map<String, String> leftOut) {
        return leftOut.entrySet().stream()
                .findFirst()
                .map(entry -> ", and of " + entry.getKey() + ": " + entry.getValue())
                .orElse("");
    }

    private static List<DriftStep> steps(List<OpenApiVersion> versions) {
        var steps = new ArrayList<DriftStep>();
        var gone = new LinkedHashMap<String, String>();
        for (var i = 1; i < versions.size(); i++) {
            var from = versions.get(i - 1);
            var to = versions.get(i);
            var drifts = new ArrayList<Drift>();
            for (var drift : OpenApiDrift.between(from.file(), to.file())) {
                drifts.add(again(drift, gone));
            }
            drifts.addAll(ComponentRenames.between(from.file(), to.file()));
            drifts.stream().filter(OpenApiDrift::isGone).forEach(drift -> gone.put(drift.where(), to.title()));
            steps.add(new DriftStep(from, to, List.copyOf(drifts)));
        }
        return List.copyOf(steps);
    }

    /** An operation that an older version had is no new one. */
    private static Drift again(Drift drift, Map<String, String> gone) {
        var since = OpenApiDrift.isNew(drift) ? gone.remove(drift.where()) : null;
        return since == null
                ? drift
                : Drift.of(Severity.NOTABLE, drift.felt(), drift.where(), "there again; it was gone since " + since);
    }

    @Override
    public boolean agrees() {
        return steps.stream().allMatch(step -> step.drifts().isEmpty());
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(summary());
        leftOut.forEach((name, why) -> lines.add("left out " + name + ": " + why));
        for (var step : steps) {
            lines.add("");
            lines.add(step.title() + ": " + told(step));
            lines.addAll(step.findings().lines());
        }
        return lines;
    }

    private static String told(DriftStep step) {
        return step.drifts().isEmpty() ? "no difference" : step.findings().counted();
    }

    private String summary() {
        var changed = steps.stream().filter(step -> !step.drifts().isEmpty()).count();
        return source + ": " + (steps.size() + 1) + " versions by " + (byVersion ? "info.version" : "file name") + "; "
                + (changed == 0 ? "none" : changed) + " of " + steps.size()
                + (steps.size() == 1 ? " step" : " steps") + " changed the API";
    }

    @Override
    public String json() {
        var json = Json.object().put("agrees", agrees()).put("source", source);
        json.put("orderedBy", byVersion ? "info.version" : "name");
        leftOut.forEach(json.putObject("leftOut")::put);
        var list = json.putArray("timeline");
        steps.forEach(step -> {
            var one = list.addObject();
            one.putObject("from")
                    .put("file", step.from().name())
                    .put("version", step.from().file().version());
            one.putObject("to")
                    .put("file", step.to().name())
                    .put("version", step.to().file().version());
            step.findings().into(one);
        });
        return JsonReport.text(json);
    }

    @Override
    public String html() {
        var body = new StringBuilder("<p>" + Markup.escaped(summary()) + ".</p>\n");
        leftOut.forEach((name, why) -> body.append("<p class=\"dim\">Left out <code>")
                .append(Markup.escaped(name))
                .append("</code>: ")
                .append(Markup.escaped(why))
                .append(".</p>\n"));
        steps.forEach(step -> body.append("<h2>")
                .append(Markup.escaped(step.title()))
                .append("</h2>\n<p>")
                .append(Markup.escaped(told(step)))
                .append(".</p>\n")
                .append(step.findings().tables()));
        return Markup.page("Venice API timeline", body.toString());
    }

    @Override
    public String markdown() {
        var text = new StringBuilder("## Timeline of the API\n\n" + Markup.cell(summary()) + ".\n");
        leftOut.forEach((name, why) -> text.append("\nLeft out " + Markup.cell(name + ": " + why) + ".\n"));
        steps.forEach(step -> text.append("\n### ")
                .append(Markup.cell(step.title()))
                .append("\n\n")
                .append(Markup.cell(told(step)))
                .append(".\n")
                .append(step.findings().markdown()));
        return text.toString();
    }

    @Override
    public Map<String, Long> counts() {
        return DriftFindings.counts(steps.stream().map(DriftStep::findings).toList());
    }

    @Override
    public List<String> differing() {
        return steps.stream()
                .flatMap(step -> step.findings().places().stream())
                .distinct()
                .toList();
    }
}
