package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;

/** A charge or refund as the billing reads list it: one unit, a clip; debits are negative. */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-in-pages, docs/api/billing.md#usage-history")
final class UsageRow {

    private UsageRow() {}

    static ObjectNode render(LedgerEntry entry) {
        var amount = entry.amount();
        var json = Json.object()
                .put("timestamp", WireTime.time(entry.at()))
                .put("sku", entry.purchase().sku())
                .put("pricePerUnitUsd", absolute(amount).number())
                .put("units", 1)
                .put("amount", amount.number())
                .put("currency", entry.currency().name())
                .put("notes", entry.tookMoney() ? "API Inference" : "API Inference Refund");
        json.putObject("inferenceDetails")
                .put("requestId", entry.purchase().queueId())
                .putNull("inferenceExecutionTime")
                .putNull("promptTokens")
                .putNull("completionTokens");
        return json;
    }

    private static Usd absolute(Usd amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
