package dev.venicesim.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.HashMap;

/** What must hold of every account, whatever was done to it. */
final class Books {

    private Books() {}

    static void balance(LedgerAccount account) {
        var ledger = account.ledger();
        var running = ledger.opening();
        var at = Instant.MIN;
        var seq = ledger.folded();
        for (var entry : ledger.entries()) {
            assertThat(entry.after().in(entry.currency()))
                    .as("opening plus entries up to %s", entry.seq())
                    .isEqualTo(running.in(entry.currency()).plus(entry.amount()));
            assertThat(entry.after().usd().isNegative()).isFalse();
            assertThat(entry.after().diem().isNegative()).isFalse();
            assertThat(entry.after().held().isNegative()).isFalse();
            assertThat(entry.after().free().isNegative()).isFalse();
            assertThat(entry.at()).isAfterOrEqualTo(at);
            assertThat(entry.seq()).isEqualTo(seq++);
            running = entry.after();
            at = entry.at();
        }
        assertThat(account.balances()).isEqualTo(running);
        heldIsTheSumOfOpenHolds(account);
        if (ledger.folded() == 0) {
            everyJobMovedMoneyOnce(account);
            assertThat(CostReport.of(account).usd()).isEqualTo(spentByEntries(account));
        }
    }

    private static void heldIsTheSumOfOpenHolds(LedgerAccount account) {
        var held = account.unsettled().values().stream()
                .filter(Claim::held)
                .map(Claim::total)
                .reduce(Usd.ZERO, Usd::plus);
        assertThat(account.balances().held()).isEqualTo(held);
    }

    private static void everyJobMovedMoneyOnce(LedgerAccount account) {
        var counts = new HashMap<String, Integer>();
        for (var entry : account.ledger().entries()) {
            if (!entry.purchase().isNone()) {
                counts.merge(
                        entry.type() + "/" + entry.currency() + "/"
                                + entry.purchase().queueId(),
                        1,
                        Integer::sum);
            }
        }
        assertThat(counts)
                .allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
        account.unsettled().keySet().forEach(id -> assertThat(counts).doesNotContainKey("REFUND/USD/" + id));
    }

    private static Usd spentByEntries(LedgerAccount account) {
        return account.ledger().entries().stream()
                .filter(entry -> entry.type().isUsage())
                .map(LedgerEntry::amount)
                .reduce(Usd.ZERO, Usd::plus)
                .negated();
    }
}
