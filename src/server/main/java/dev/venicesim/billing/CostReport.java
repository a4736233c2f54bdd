package dev.venicesim.billing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cost of jobs in production, one DIEM counted as a dollar: charges less refunds. It reads an accumulated value, so
 * folding a ledger loses nothing.
 *
 * @param byModel in the order of model ids; models that cost nothing in the end are left out
 */
public record CostReport(SortedMap<String, Usd> byModel) {

    public static final CostReport NOTHING = new CostReport(new TreeMap<>());

    public CostReport {
        byModel = Collections.unmodifiableSortedMap(new TreeMap<>(byModel));
    }

    /** What an account's jobs cost so far; settle what is due first. */
    public static CostReport of(LedgerAccount account) {
        var costs = new TreeMap<>(account.spentByModel().asMap());
        costs.values().removeIf(Usd::isZero);
        return new CostReport(costs);
    }

    public CostReport plus(CostReport other) {
        var sum = new TreeMap<>(byModel);
        other.byModel.forEach((model, cost) -> sum.merge(model, cost, Usd::plus));
        return new CostReport(sum);
    }

    Usd usd() {
        return byModel.values().stream().reduce(Usd.ZERO, Usd::plus);
    }

    /** The total in a sentence, then a line for each model, the dearest first. */
    public String inWords() {
        var text = new StringBuilder("in production this would have cost " + usd() + " USD");
        var width = byModel.keySet().stream().mapToInt(String::length).max().orElse(0);
        byModel.entrySet().stream()
                .sorted(Map.Entry.<String, Usd>comparingByValue().reversed())
                .forEach(cost -> text.append(
                        String.format(Locale.ROOT, "%n  %-" + width + "s %10s", cost.getKey(), cost.getValue())));
        return text.toString();
    }

    /** The reply of {@code GET /__sim/costs}: {@code {"usd":12.35,"byModel":{"wan-2.6-text-to-video":12.35}}}. */
    public ObjectNode toJson() {
        var json = Json.object().put("usd", usd().number());
        var models = json.putObject("byModel");
        byModel.forEach((model, cost) -> models.put(model, cost.number()));
        return json;
    }
}
