package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.json.Json;

/** The reply of {@code GET /billing/balance}. */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#balance-of-an-account")
public final class BillingBalance {

    private BillingBalance() {}

    /** DIEM is null for an account that stakes none; the currency is null for one that can pay in neither. */
    public static ObjectNode render(LedgerAccount account) {
        var usd = account.available();
        var diem = account.balances().diem();
        var json = Json.object().put("canConsume", !usd.isZero() || !diem.isZero());
        if (diem.isZero() && usd.isZero()) {
            json.putNull("consumptionCurrency");
        } else {
            json.put("consumptionCurrency", diem.isZero() ? "USD" : "DIEM");
        }
        var balances = json.putObject("balances");
        if (account.diemAllocation().isZero()) {
            balances.putNull("diem");
        } else {
            balances.put("diem", diem.number());
        }
        balances.put("usd", usd.number());
        return json.put("diemEpochAllocation", account.diemAllocation().number());
    }
}
