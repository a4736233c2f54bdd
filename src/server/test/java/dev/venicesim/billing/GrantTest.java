package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantTest {

    private static String refusal(Change change) {
        return ((Change.Impossible) change).says();
    }

    @Test
    void addsTakesAndSetsDollarsWithAnEntryEach() {
        var account = done(keys("1.00").grant(new Grant.AddUsd(usd("2.00")), T0));
        account = done(account.grant(new Grant.AddUsd(usd("-0.50")), T0));
        account = done(account.grant(new Grant.SetUsd(usd("9.00")), T0));
        assertThat(account.ledger().entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(usd("2.00"), usd("-0.50"), usd("6.50"));
        assertThat(account.balances().usd()).isEqualTo(usd("9.00"));
    }

    @Test
    void writesNothingWhenTheBalanceIsAsAsked() {
        assertThat(done(keys("1.00").grant(new Grant.SetUsd(usd("1.00")), T0))
                        .ledger()
                        .size())
                .isZero();
    }

    @Test
    void setsDiemAndItsAllocation() {
        var account = done(keys("1.00").grant(new Grant.SetDiem(usd("5.25")), T0));
        assertThat(account.balances().diem())
                .isEqualTo(account.diemAllocation())
                .isEqualTo(usd("5.25"));
    }

    @Test
    void refusesWhatTheBooksDoNotAllow() {
        var held = done(wallet("1.00").hold(job("q"), usd("0.55"), T0));
        assertThat(refusal(held.grant(new Grant.SetUsd(usd("0.54")), T0)))
                .isEqualTo("0.55 is held for running jobs, so the balance cannot become 0.54");
        assertThat(refusal(keys("1").grant(new Grant.AddUsd(usd("-1.01")), T0)))
                .isEqualTo("a balance never goes below 0");
        assertThat(refusal(keys("1").grant(new Grant.SetDiem(usd("-1")), T0)))
                .isEqualTo("a balance never goes below 0");
        assertThat(refusal(held.grant(new Grant.SetDiem(usd("1")), T0)))
                .isEqualTo("a wallet has USDC credit and no DIEM");
        assertThat(refusal(keys("1").grant(new Grant.AddUsd(LedgerAccount.MOST), T0)))
                .isEqualTo("a balance is at most 1000000000000.00");
        assertThat(refusal(keys("1").grant(new Grant.SpendLimit("k", Currency.USD, usd("-1")), T0)))
                .isEqualTo("a spend limit is 0 or more, not -1.00");
    }
}
