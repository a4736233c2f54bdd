package dev.venicesim.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.json.Json;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A run as JSON. */
public final class JsonReport {

    private JsonReport() {}

    public static String of(RunReport report) {
        var json = Json.object()
                .put("target", report.target())
                .put("edition", report.edition().id())
                .put("startedAt", report.startedAt().toString())
                .put("agrees", report.agrees())
                .put("spentUsd", report.spent().number())
                .put("observedUsd", report.observed().number());
        json.put("trouble", report.targetFailure().map(Throwable::getMessage).orElse(null));
        report.notes().forEach(json.putArray("notes")::add);
        report.settings().forEach(json.putObject("quirks")::put);
        var checks = json.putArray("checks");
        report.rows().forEach(row -> checks.add(row(row)));
        return text(json);
    }

    /** Indented, since people read it too. */
    public static String text(ObjectNode json) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode row(RunReport.Row row) {
        Check check = row.check();
        var json = Json.object()
                .put("id", check.id())
                .put("claims", check.claim().says())
                .put("source", check.claim().source())
                .put("sourceDate", check.claim().date())
                .put("cost", ReportTexts.cost(check.cost()))
                .put("result", ReportTexts.verdict(row.result()).toLowerCase(Locale.ROOT))
                .put("millis", row.took().toMillis());
        if (!ReportTexts.why(row.result()).isEmpty()) {
            json.put("why", ReportTexts.why(row.result()));
        }
        if (row.result() instanceof CheckResult.Differs differs) {
            json.put("request", differs.evidence());
            differs.settings().forEach(json.putObject("quirks")::put);
            var list = json.putArray("differences");
            differs.differences()
                    .forEach(difference -> list.addObject()
                            .put("pointer", difference.pointer())
                            .put("expected", difference.expected())
                            .put("actual", difference.actual()));
        }
        return json;
    }
}
