package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerAccountTest {

    @Test
    void chargesAKeyWhenTheJobIsAccepted() {
        var change = (Change.Done) keys("1.00").charge(job("q"), usd("0.55"), T0);
        assertThat(change.account().available()).isEqualTo(usd("0.45"));
        assertThat(change.entries())
                .singleElement()
                .returns(EntryType.CHARGE, LedgerEntry::type)
                .returns(usd("-0.55"), LedgerEntry::amount)
                .returns(usd("0.45"), LedgerEntry::balanceAfter)
                .returns("charged when the job was accepted", LedgerEntry::why);
        assertThat(change.account().unsettled()).containsOnlyKeys("q");
    }

    @Test
    void chargesAQueueIdOnce() {
        var charged = done(keys("1.00").charge(job("q"), usd("0.55"), T0));
        assertThat(charged.charge(job("q"), usd("0.55"), after(1))).isEqualTo(new Change.Repeated(charged));
        var refunded = charged.settle(List.of(due("q", ClaimSettlement.Kind.REFUND, 40)));
        assertThat(refunded.charge(job("q"), usd("0.55"), after(41))).isInstanceOf(Change.Repeated.class);
    }

    @Test
    void refundsAFailedJobOnceAtTheInstantItFailed() {
        var charged = done(keys("1.00").charge(job("q"), usd("0.55"), T0));
        var refunded = charged.settle(List.of(
                due("q", ClaimSettlement.Kind.REFUND, 40),
                due("q", ClaimSettlement.Kind.REFUND, 40),
                due("q", ClaimSettlement.Kind.SETTLE, 50)));
        assertThat(refunded.ledger().entries())
                .extracting(LedgerEntry::type)
                .containsExactly(EntryType.CHARGE, EntryType.REFUND);
        assertThat(refunded.available()).isEqualTo(usd("1.00"));
        assertThat(refunded.ledger().at(after(39)).usd()).isEqualTo(usd("0.45"));
        assertThat(refunded.ledger().at(after(40)).usd()).isEqualTo(usd("1.00"));
        assertThat(refunded.unsettled()).isEmpty();
        assertThat(refunded.spentUsd()).isEqualTo(usd("0"));
        assertThat(refunded.spentUsd(after(39))).isEqualTo(usd("0.55"));
    }

    @Test
    void keepsTheChargeOfAJobThatSucceeded() {
        var charged = done(keys("1.00").charge(job("q"), usd("0.55"), T0));
        var settled = charged.settle(
                List.of(due("q", ClaimSettlement.Kind.SETTLE, 40), due("q", ClaimSettlement.Kind.REFUND, 41)));
        assertThat(settled.ledger().size()).isEqualTo(1);
        assertThat(settled.unsettled()).isEmpty();
        assertThat(settled.settle(due("q", ClaimSettlement.Kind.REFUND, 42))).isInstanceOf(Change.Repeated.class);
    }

    @Test
    void settlesInTheOrderInWhichThingsFellDue() {
        var charged = done(keys("9.00").charge(job("a"), usd("1.00"), T0));
        charged = done(charged.charge(job("b"), usd("2.00"), T0));
        var settled = charged.settle(
                List.of(due("b", ClaimSettlement.Kind.REFUND, 50), due("a", ClaimSettlement.Kind.REFUND, 40)));
        assertThat(settled.ledger().at(after(45)).usd()).isEqualTo(usd("7.00"));
    }

    @Test
    void saysWhenALateSettlementFellDue() {
        var charged = done(keys("9.00").charge(job("a"), usd("1.00"), T0));
        charged = done(charged.charge(job("b"), usd("1.00"), after(60)));
        var entry = charged.settle(List.of(due("a", ClaimSettlement.Kind.REFUND, 40)))
                .ledger()
                .last();
        assertThat(entry.at()).isEqualTo(after(60));
        assertThat(entry.why()).isEqualTo("because (fell due at 2026-11-23T10:00:40Z)");
    }

    @Test
    void holdsAWalletsCreditAndChargesItOnSuccess() {
        var held = done(wallet("1.00").hold(job("q"), usd("0.55"), T0));
        assertThat(held.balances().usd()).isEqualTo(usd("1.00"));
        assertThat(held.available()).isEqualTo(usd("0.45"));
        assertThat(held.spentUsd()).isEqualTo(usd("0"));
        var settled = held.settle(List.of(due("q", ClaimSettlement.Kind.SETTLE, 40)));
        assertThat(settled.balances()).isEqualTo(new Balances(usd("0.45"), usd("0"), usd("0")));
        assertThat(settled.ledger().at(after(39)).held()).isEqualTo(usd("0.55"));
        assertThat(settled.spentUsd()).isEqualTo(usd("0.55"));
    }

    @Test
    void freesAHoldWithoutATraceInTheBalance() {
        var held = done(wallet("1.00").hold(job("q"), usd("0.55"), T0));
        for (var kind : List.of(ClaimSettlement.Kind.RELEASE, ClaimSettlement.Kind.REFUND)) {
            var freed = held.settle(List.of(due("q", kind, 40)));
            assertThat(freed.available()).isEqualTo(usd("1.00"));
            assertThat(freed.ledger().last().type()).isEqualTo(EntryType.RELEASE);
        }
    }

    @Test
    void refusesAHoldThatTheFreeCreditDoesNotCover() {
        var held = done(wallet("1.00").hold(job("q"), usd("0.55"), T0));
        assertThat(held.hold(job("r"), usd("0.46"), T0))
                .isEqualTo(new Change.Shortfall(held, Shortage.BALANCE, usd("0.46"), usd("0.45")));
        assertThat(held.charge(job("r"), usd("0.46"), T0)).isInstanceOf(Change.Shortfall.class);
        assertThat(held.hold(job("r"), usd("0.45"), T0)).isInstanceOf(Change.Done.class);
    }

    @Test
    void knowsTheFloorOfAWallet() {
        assertThat(wallet("0.10").isBelowFloor()).isFalse();
        assertThat(wallet("0.099999").isBelowFloor()).isTrue();
        assertThat(done(wallet("1.00").hold(job("q"), usd("0.95"), T0)).isBelowFloor())
                .isTrue();
    }

    @Test
    void releasesTheChargeOfAJobThatWasNeverWritten() {
        var orphan = done(keys("1.00").charge(job("q"), usd("0.55"), T0));
        assertThat(orphan.unsettled().get("q"))
                .returns(false, claim -> claim.isOverdue(T0.plus(Claim.GRACE)))
                .returns(true, claim -> claim.isOverdue(T0.plus(Claim.GRACE).plusMillis(1)));
        var released = orphan.settle(List.of(due("q", ClaimSettlement.Kind.REFUND, 61)));
        assertThat(released.available()).isEqualTo(usd("1.00"));
        assertThat(released.ledger().last().type()).isEqualTo(EntryType.REFUND);
    }

    @Test
    void passesOverDuesItKnowsNothingOf() {
        var account = keys("1.00");
        assertThat(account.settle(due("nobody", ClaimSettlement.Kind.REFUND, 1)))
                .isEqualTo(new Change.Unknown(account));
        assertThat(account.settle(List.of(due("nobody", ClaimSettlement.Kind.REFUND, 1))))
                .isSameAs(account);
    }

    @Test
    void creditsAPaymentOnce() {
        var paid = done(wallet("0").credit("x402-1", usd("10"), T0));
        assertThat(paid.credit("x402-1", usd("10"), after(1))).isEqualTo(new Change.Repeated(paid));
        assertThat(paid.available()).isEqualTo(usd("10"));
        assertThat(paid.payments().get("x402-1")).contains(usd("10"));
    }

    @Test
    void chargesForNothingWithAnEntry() {
        assertThat(((Change.Done) keys("0").charge(job("q"), usd("0"), T0)).entries())
                .hasSize(1);
    }

    @Test
    void takesNoNegativePriceAndNoNamelessJob() {
        assertThatThrownBy(() -> keys("1").charge(job("q"), usd("-1"), T0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys("1").hold(job(""), usd("1"), T0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys("-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wallet("1").credit("p", usd("0"), T0)).isInstanceOf(IllegalArgumentException.class);
    }
}
