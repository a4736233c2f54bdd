package dev.venicesim.contract.drift;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.contract.report.Markup;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Report of what drift found, for people, machines and browsers: what breaks clients first, and what became different
 * in many places told once.
 *
 * @param edition what was compared with
 * @param sources what was compared, as the user named it
 * @param drifts what differs
 */
public record DriftReport(ApiEdition edition, List<String> sources, List<Drift> drifts) implements DriftOutcome {

    private DriftFindings findings() {
        return DriftFindings.of(drifts);
    }

    @Override
    public boolean agrees() {
        return drifts.isEmpty();
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<>(findings().lines());
        lines.add(summary());
        return lines;
    }

    @Override
    public String json() {
        var json = Json.object().put("edition", edition.id()).put("agrees", agrees());
        sources.forEach(json.putArray("sources")::add);
        findings().into(json);
        return JsonReport.text(json);
    }

    @Override
    public String html() {
        var found = findings();
        return Markup.page(
                "Venice API drift", found.tiles() + "<p>" + Markup.escaped(summary()) + ".</p>\n" + found.tables());
    }

    @Override
    public String markdown() {
        return "## Drift of the API\n\n" + Markup.cell(summary()) + ".\n"
                + findings().markdown();
    }

    @Override
    public Map<String, Long> counts() {
        return DriftFindings.counts(List.of(findings()));
    }

    @Override
    public List<String> differing() {
        return findings().places();
    }

    private String summary() {
        var from = String.join(" and ", sources);
        return agrees()
                ? from + " agrees with edition " + edition
                : from + " differs from edition " + edition + " in "
                        + findings().counted();
    }
}
