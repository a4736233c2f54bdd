package dev.venicesim.kit.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.run.Report;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A run as JSON. */
public final class JsonReport {

    private JsonReport() {}

    public static String of(Report report) {
        var json = Json.object()
                .put("target", report.target())
                .put("edition", report.edition().id())
                .put("startedAt", report.startedAt().toString())
                .put("agrees", report.agrees())
                .put("spentUsd", report.spent().number());
        json.put("trouble", report.trouble().map(Throwable::getMessage).orElse(null));
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

    private static ObjectNode row(Report.Row row) {
        Check check = row.check();
        var json = Json.object()
                .put("id", check.id())
                .put("claims", check.claim().says())
                .put("source", check.claim().source())
                .put("sourceDate", check.claim().date())
                .put("cost", Words.cost(check.cost()))
                .put("result", Words.verdict(row.result()).toLowerCase(Locale.ROOT))
                .put("millis", row.took().toMillis());
        if (row.result() instanceof Result.Skipped skipped) {
            json.put("why", skipped.why());
        }
        if (row.result() instanceof Result.Differs differs) {
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
