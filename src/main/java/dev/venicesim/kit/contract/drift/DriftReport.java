package dev.venicesim.kit.contract.drift;

import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.report.JsonReport;
import dev.venicesim.kit.contract.report.Markup;
import java.util.List;
import java.util.Locale;

/**
 * What drift found, for machines and browsers.
 *
 * @param edition what was compared with
 * @param sources what was compared, as the user named it
 * @param drifts what differs
 */
public record DriftReport(Edition edition, List<String> sources, List<Drift> drifts) {

    public String json() {
        var json = Json.object().put("edition", edition.id());
        sources.forEach(json.putArray("sources")::add);
        var list = json.putArray("drifts");
        drifts.forEach(drift -> list.addObject()
                .put("severity", drift.severity().name().toLowerCase(Locale.ROOT))
                .put("place", drift.place())
                .put("says", drift.says()));
        return JsonReport.text(json);
    }

    public String html() {
        var body = new StringBuilder("<p class=\"sum\">")
                .append(Markup.escaped(summary()))
                .append("</p>\n");
        body.append("<table><thead><tr><th>Severity</th><th>Where</th><th>What</th></tr></thead><tbody>\n");
        for (var drift : drifts) {
            var severity = drift.severity().name().toLowerCase(Locale.ROOT);
            body.append("<tr><td class=\"")
                    .append(severity)
                    .append("\">")
                    .append(severity)
                    .append("</td><td><code>")
                    .append(Markup.escaped(drift.place()))
                    .append("</code></td><td>")
                    .append(Markup.escaped(drift.says()))
                    .append("</td></tr>\n");
        }
        return Markup.page("Venice API drift", body.append("</tbody></table>\n").toString());
    }

    public String summary() {
        var breaking = drifts.stream()
                .filter(drift -> drift.severity() == Drift.Severity.BREAKING)
                .count();
        return String.join(" and ", sources) + " against edition " + edition + ": " + drifts.size() + " differences, "
                + breaking + " breaking";
    }
}
