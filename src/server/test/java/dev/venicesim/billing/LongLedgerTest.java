package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongLedgerTest {

    /** Copying the ledger, or summing it, at every step would take longer than the suite lets a test run. */
    @Test
    void answersAtOnceWithAHundredThousandEntries() {
        var account = keys("200000");
        for (var i = 0; i < 110_000; i++) {
            account = done(account.charge(job("job-" + i), usd("0.55"), after(i)));
            account = account.settle(due("job-" + i, ClaimSettlement.Kind.SETTLE, i))
                    .account();
            assertThat(account.available().isNegative()).isFalse();
        }
        assertThat(account.ledger().size()).isBetween(Ledger.CAPACITY - Ledger.CHUNK, Ledger.CAPACITY);
        assertThat(account.available()).isEqualTo(usd("139500.00"));
        assertThat(account.ledger().at(after(50_000)).usd()).isEqualTo(usd("172499.45"));
        assertThat(CostReport.of(account).usd()).isEqualTo(usd("60500.00"));
        assertThat(account.claims().closed().size()).isEqualTo(account.ledger().size());
    }

    @Test
    void remembersAnUnsettledJobWhoseChargeWasFoldedAway() {
        var account = LedgerAccount.open(AccountKind.API_KEYS, usd("100"), 100);
        for (var i = 0; i < 150; i++) {
            account = done(account.charge(job("job-" + i), usd("0.10"), after(i)));
        }
        assertThat(account.ledger().folded()).isPositive();
        account = done(account.settle(due("job-0", ClaimSettlement.Kind.REFUND, 200)));
        assertThat(account.available()).isEqualTo(usd("85.10"));
        assertThat(account.settle(due("job-0", ClaimSettlement.Kind.REFUND, 201)))
                .isInstanceOf(Change.Repeated.class);

        var closed = account.claims().closed().size();
        account = done(account.settle(due("job-1", ClaimSettlement.Kind.SETTLE, 202)));
        assertThat(account.claims().closed().size()).isEqualTo(closed);
    }
}
