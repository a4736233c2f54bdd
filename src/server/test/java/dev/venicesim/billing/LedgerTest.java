package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final String CENT = "0.01";

    private static Ledger grown(Ledger ledger, int entries) {
        var grown = ledger;
        for (var i = 0; i < entries; i++) {
            grown = grown.append(cent(after(i)));
        }
        return grown;
    }

    private static Posting cent(Instant at) {
        return new Posting(at, EntryType.GRANT, Balances.usd(usd(CENT)), Purchase.NONE, "a cent");
    }

    private static Ledger empty(int capacity) {
        return Ledger.opening(Balances.usd(usd("1.00")), capacity);
    }

    @Test
    void keepsTheOriginalWhenTwoCopiesAreAppendedToIt() {
        for (var size : new int[] {0, 1, Ledger.CHUNK - 1, Ledger.CHUNK, Ledger.CHUNK + 1, 1_000}) {
            var original = grown(empty(10_000), size);
            var one = original.append(cent(after(size)));
            var other = original.append(cent(after(size + 5)));

            assertThat(original.size()).isEqualTo(size);
            assertThat(one.get(size).at()).isEqualTo(after(size));
            assertThat(other.get(size).at()).isEqualTo(after(size + 5));
            assertThat(one.entries().subList(0, size)).isEqualTo(original.entries());
        }
    }

    @Test
    void readsTheBalanceAtAnyInstant() {
        var ledger = grown(empty(10_000), 200);
        assertThat(ledger.at(T0.minusMillis(1)).usd()).isEqualTo(usd("1.00"));
        assertThat(ledger.at(T0).usd()).isEqualTo(usd("1.01"));
        assertThat(ledger.at(after(99).plusMillis(999)).usd()).isEqualTo(usd("2.00"));
        assertThat(ledger.at(Instant.MAX).usd())
                .isEqualTo(usd("3.00"))
                .isEqualTo(ledger.balances().usd());
    }

    @Test
    void foldsTheOldestEntriesIntoTheOpeningBalance() {
        var ledger = grown(empty(256), 1_000);
        assertThat(ledger.size()).isBetween(256 - Ledger.CHUNK, 256);
        assertThat(ledger.folded() + ledger.size()).isEqualTo(1_000);
        assertThat(ledger.balances().usd()).isEqualTo(usd("11.00"));
        assertThat(ledger.opening().usd().plus(usd(CENT)))
                .isEqualTo(ledger.get(0).after().usd());
        assertThat(ledger.get(0).seq()).isEqualTo(ledger.folded());
    }

    @Test
    void givesALateEntryTheInstantOfTheOneBeforeIt() {
        var ledger = empty(256).append(cent(after(10))).append(cent(after(3))).append(cent(after(11)));
        assertThat(ledger.entries()).extracting(LedgerEntry::at).containsExactly(after(10), after(10), after(11));
    }

    @Test
    void keepsInstantsInTheMillisecondsThatClientsRead() {
        assertThat(empty(256).append(cent(T0.plusNanos(1_999_999))).get(0).at()).isEqualTo(T0.plusMillis(1));
    }

    @Test
    void namesEntriesAsTheDocumentsDo() {
        var ids = grown(empty(10_000), 5_000).entries().stream()
                .map(LedgerEntry::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("ledger_[0-9A-HJKMNP-TV-Z]{26}"));
    }
}
