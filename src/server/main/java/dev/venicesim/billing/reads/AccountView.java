package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.billing.Balances;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.KeyBudget;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.Map;

/** An account as {@code GET /__sim/worlds/{id}/account} shows it. Source: docs/control-api.md#calls-about-a-world. */
public final class AccountView {

    /**
     * Which part is asked for.
     *
     * @param limit most entries to list, newest first
     * @param offset newest entries to leave out
     * @param at the instant at which the account is looked at; {@link Instant#MAX} for as it is
     */
    public record Query(int limit, int offset, Instant at) {}

    private AccountView() {}

    public static ParsedQuery<Query> parse(Map<String, String> parameters) {
        var read = new QueryReader(parameters);
        var limit = read.integer("limit", new QueryReader.Range(0, 1_000, 100));
        var offset = read.integer("offset", new QueryReader.Range(0, Integer.MAX_VALUE, 0));
        var at = read.instant("at", Instant.MAX);
        return read.finish(() -> new Query(limit, offset, at));
    }

    /** @param keyId the key whose spend limit is shown */
    public static ObjectNode render(LedgerAccount account, String keyId, Query query) {
        var ledger = account.ledger();
        var balances = ledger.at(query.at());
        var json = Json.object();
        sums(json, balances);
        var limit = account.budget(keyId).usdLimit();
        if (limit.equals(KeyBudget.UNLIMITED)) {
            json.putNull("spendLimitUsd");
        } else {
            json.put("spendLimitUsd", limit.number());
        }
        json.put("spentUsd", account.spentUsd(query.at()).number());
        var entries = json.putArray("ledger");
        var newest = ledger.countUntil(query.at()) - 1L - query.offset();
        for (var index = newest; index >= 0 && index > newest - query.limit(); index--) {
            entries.add(entry(ledger.get((int) index)));
        }
        return json;
    }

    private static void sums(ObjectNode json, Balances balances) {
        json.put("balanceUsd", balances.usd().number())
                .put("heldUsd", balances.held().number())
                .put("diem", balances.diem().number());
    }

    /** DIEM entries move no dollars; they say what they move in two fields of their own. */
    public static ObjectNode entry(LedgerEntry entry) {
        var dollars = entry.currency() == Currency.USD ? entry.amount() : Usd.ZERO;
        var json = Json.object()
                .put("id", entry.id())
                .put("at", entry.at().toString())
                .put("type", entry.type().name())
                .put("amountUsd", dollars.number())
                .put("balanceUsd", entry.after().usd().number());
        if (entry.currency() == Currency.DIEM) {
            json.put("amountDiem", entry.amount().number())
                    .put("balanceDiem", entry.balanceAfter().number());
        }
        if (entry.purchase().isNone()) {
            json.putNull("queueId").putNull("model");
        } else {
            json.put("queueId", entry.purchase().queueId())
                    .put("model", entry.purchase().model());
        }
        return json.put("why", entry.why());
    }
}
