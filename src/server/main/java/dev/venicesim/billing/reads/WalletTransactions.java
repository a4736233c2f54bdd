package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.json.Json;
import java.util.Map;

/** {@code GET /x402/transactions/{walletAddress}}: newest first; holds leave no row. */
@Verified(on = "2026-08-21", source = "docs/api/wallets.md#transactions-of-a-wallet")
public final class WalletTransactions {

    /** How many to list, after how many left out. */
    public record Query(int limit, int offset) {}

    private WalletTransactions() {}

    public static ParsedQuery<Query> parse(Map<String, String> parameters) {
        var read = new QueryReader(parameters);
        var limit = read.integer("limit", new QueryReader.Range(1, 100, 50));
        var offset = read.integer("offset", new QueryReader.Range(0, Integer.MAX_VALUE, 0));
        return read.finish(() -> new Query(limit, offset));
    }

    public static ObjectNode render(LedgerAccount account, String walletAddress, Query query) {
        var json = Json.object().put("success", true);
        var data = json.putObject("data")
                .put("walletAddress", WalletBalance.normalized(walletAddress))
                .put("currentBalance", account.balances().usd().number());
        var rows = data.putArray("transactions");
        var entries = account.ledger().entries();
        var seen = 0L;
        var end = (long) query.offset() + query.limit();
        for (var index = entries.size() - 1; index >= 0 && seen <= end; index--) {
            var entry = entries.get(index);
            if (entry.type().isOnTheWire()) {
                if (seen >= query.offset() && seen < end) {
                    rows.add(row(entry));
                }
                seen++;
            }
        }
        data.putObject("pagination")
                .put("limit", query.limit())
                .put("offset", query.offset())
                .put("hasMore", seen > end);
        return json;
    }

    private static ObjectNode row(LedgerEntry entry) {
        var json = Json.object()
                .put("id", entry.id())
                .put("amount", entry.amount().number())
                .put("balanceAfter", entry.balanceAfter().number())
                .put("type", entry.type().wireType(entry.tookMoney()))
                .put("createdAt", WireTime.time(entry.at()));
        return entry.purchase().isNone()
                ? json.putNull("requestId").putNull("modelId")
                : json.put("requestId", entry.purchase().queueId())
                        .put("modelId", entry.purchase().model());
    }
}
