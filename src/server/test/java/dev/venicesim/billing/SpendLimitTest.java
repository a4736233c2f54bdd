package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendLimitTest {

    private static LedgerAccount limited(LedgerAccount account, Currency currency, String limit) {
        return done(account.grant(new Grant.SpendLimit("key-1", currency, usd(limit)), T0));
    }

    private static LedgerAccount withDiem(LedgerAccount account, String diem) {
        return done(account.grant(new Grant.SetDiem(usd(diem)), T0));
    }

    @Test
    void spendsDiemFirstAndDollarsForTheRest() {
        var change = (Change.Done) withDiem(keys("1.00"), "0.30").charge(job("q"), usd("0.55"), T0);
        assertThat(change.entries())
                .extracting(LedgerEntry::currency, LedgerEntry::amount, LedgerEntry::balanceAfter)
                .containsExactly(
                        tuple(Currency.DIEM, usd("-0.30"), usd("0")), tuple(Currency.USD, usd("-0.25"), usd("0.75")));
        assertThat(change.entries().get(0).why()).isEqualTo("part of 0.55, charged when the job was accepted");
        var refunded = change.account().settle(List.of(due("q", ClaimSettlement.Kind.REFUND, 40)));
        assertThat(refunded.balances()).isEqualTo(new Balances(usd("1.00"), usd("0.30"), usd("0")));
    }

    /** A limit of 9 is out of reach. */
    @ParameterizedTest
    @CsvSource({
        // usd, diem, usd limit, diem limit, price, shortage
        "0.00, 0.00, 9, 9, 0.55, BALANCE",
        "0.54, 0.00, 9, 9, 0.55, BALANCE",
        "0.24, 0.30, 9, 9, 0.55, BALANCE",
        "5.00, 0.00, 0, 9, 0.55, USD_SPEND_LIMIT",
        "5.00, 0.30, 0.24, 9, 0.55, USD_SPEND_LIMIT",
        "0.00, 0.00, 0, 9, 0.55, USD_SPEND_LIMIT",
        "0.00, 5.00, 9, 0, 0.55, DIEM_SPEND_LIMIT",
        "0.10, 5.00, 0.10, 0.20, 0.55, DIEM_SPEND_LIMIT",
        "0.10, 0.30, 9, 0, 0.55, BALANCE",
        "5.00, 0.30, 0, 0, 0.55, USD_SPEND_LIMIT"
    })
    void saysWhatStandsInTheWay(
            String usd, String diem, String usdLimit, String diemLimit, String price, Shortage shortage) {
        var account = limited(limited(withDiem(keys(usd), diem), Currency.USD, usdLimit), Currency.DIEM, diemLimit);
        assertThat(account.charge(job("q"), usd(price), T0)).isInstanceOfSatisfying(Change.Shortfall.class, refusal -> {
            assertThat(refusal.shortage()).isEqualTo(shortage);
            assertThat(refusal.account()).isSameAs(account);
            assertThat(refusal.available()).isLessThan(refusal.asked());
        });
    }

    @Test
    void countsEachKeyAloneAndRefundsAsUnspent() {
        var account = limited(keys("10.00"), Currency.USD, "1.00");
        account = done(account.charge(job("a"), usd("0.60"), T0));
        assertThat(account.charge(job("b"), usd("0.60"), T0)).isInstanceOf(Change.Shortfall.class);

        var other = new Purchase("b", Fixtures.MODEL, "key-2", "sku", 5);
        assertThat(account.charge(other, usd("0.60"), T0)).isInstanceOf(Change.Done.class);

        account = account.settle(List.of(due("a", ClaimSettlement.Kind.REFUND, 40)));
        assertThat(account.charge(job("c"), usd("0.60"), T0)).isInstanceOf(Change.Done.class);
    }

    @Test
    void liftsALimit() {
        var account = limited(keys("10.00"), Currency.USD, "0");
        var lifted = done(account.grant(new Grant.SpendLimit("key-1", Currency.USD, KeyBudget.UNLIMITED), T0));
        assertThat(lifted.charge(job("q"), usd("1.00"), T0)).isInstanceOf(Change.Done.class);
    }
}
