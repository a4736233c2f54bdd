package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class LedgerAccountPropertyTest {

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Step.KINDS - 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.longs().between(0, 120),
                        Arbitraries.integers().between(0, 50))
                .as(Step::new);
    }

    @Property(tries = 300)
    void theBooksBalanceAfterAnythingAtAll(
            @ForAll AccountKind kind, @ForAll @Size(max = 80) List<@From("steps") Step> steps) {
        var account = LedgerAccount.open(kind, usd("3.00"));
        for (var step : steps) {
            account = step.on(account);
        }
        Books.balance(account);
    }

    @Property(tries = 300)
    void aRepeatedJobMovesNothing(@ForAll AccountKind kind, @ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        var account = LedgerAccount.open(kind, usd("3.00"));
        for (var step : steps) {
            // grants are the one thing that is meant to add up
            if (step.kind() < 8) {
                account = step.on(account);
                assertThat(step.on(account)).isEqualTo(account);
            }
        }
    }

    @Property(tries = 200)
    void foldingLosesNoMoney(
            @ForAll AccountKind kind, @ForAll @Size(min = 150, max = 400) List<@From("steps") Step> steps) {
        var whole = LedgerAccount.open(kind, usd("3.00"));
        var folding = LedgerAccount.open(kind, usd("3.00"), 100);
        var n = 0;
        for (var step : steps) {
            // an id that was forgotten may come back: ids are never given out twice, so give each its own
            var fresh = new Step(step.kind(), step.job() + 13 * (n++ / 60), step.cents(), step.second());
            whole = fresh.on(whole);
            folding = fresh.on(folding);
        }
        Books.balance(folding);
        assertThat(folding.ledger().folded())
                .isEqualTo(whole.ledger().size() - folding.ledger().size());
        assertThat(folding.balances()).isEqualTo(whole.balances());
        assertThat(CostReport.of(folding)).isEqualTo(CostReport.of(whole));
        assertThat(folding.unsettled()).isEqualTo(whole.unsettled());
        assertThat(folding.claims().closed().size())
                .isLessThanOrEqualTo(folding.ledger().size());
    }
}
