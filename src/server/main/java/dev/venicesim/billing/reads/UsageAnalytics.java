package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The reply of {@code GET /billing/usage-analytics}: sums by day, model and key, net of refunds; days without usage are
 * left out.
 */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-sums")
public final class UsageAnalytics {

    /**
     * How ids are shown to people.
     *
     * @param models display name of a model id
     * @param keys description of a key id
     */
    public record Names(UnaryOperator<String> models, UnaryOperator<String> keys) {}

    private UsageAnalytics() {}

    /**
     * The sums of a period.
     *
     * @param until so many entries of the ledger count, from its first
     */
    public static ObjectNode render(LedgerAccount account, AnalyticsQuery query, long until, Names names) {
        var entries = account.ledger().entries().stream()
                .filter(entry -> entry.type().isUsage()
                        && entry.seq() < until
                        && !entry.at().isBefore(query.start())
                        && entry.at().isBefore(query.end()))
                .toList();
        var json = Json.object().put("lookback", query.label());
        byDate(json, entries);

        var models = new UsageChart(entry -> entry.purchase().model(), names.models());
        byModel(json, models, entries);
        models.daily(json.putArray("byModelDaily"), entries);
        models.top(json.putArray("topModels"), entries);

        var keys = new UsageChart(entry -> entry.purchase().keyId(), names.keys());
        byKey(json, keys, entries);
        keys.daily(json.putArray("byKeyDaily"), entries);
        keys.top(json.putArray("topKeyNames"), entries);
        return json;
    }

    private static void byDate(ObjectNode json, List<LedgerEntry> entries) {
        var rows = json.putArray("byDate");
        UsageChart.days(entries).forEach((date, ofDay) -> {
            var total = UsageTotals.of(ofDay);
            rows.addObject()
                    .put("date", date.toString())
                    .put("USD", total.usd().number())
                    .put("DIEM", total.diem().number());
        });
    }

    private static void byModel(ObjectNode json, UsageChart models, List<LedgerEntry> entries) {
        var rows = json.putArray("byModel");
        for (var model : models.groups(entries)) {
            var row = rows.addObject()
                    .put("modelName", models.name(model))
                    .put("unitType", "seconds")
                    .put("modelType", "VIDEO");
            totals(row, model);
        }
    }

    private static void byKey(ObjectNode json, UsageChart keys, List<LedgerEntry> entries) {
        var rows = json.putArray("byKey");
        for (var key : keys.groups(entries)) {
            totals(rows.addObject().put("apiKeyId", key.getKey()).put("description", keys.name(key)), key);
        }
    }

    private static void totals(ObjectNode row, Map.Entry<String, UsageTotals> group) {
        row.put("totalUsd", group.getValue().usd().number())
                .put("totalDiem", group.getValue().diem().number())
                .put("totalUnits", group.getValue().seconds());
    }
}
