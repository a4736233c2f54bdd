package dev.venicesim.billing.reads;

import dev.venicesim.billing.Currency;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.money.Usd;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Total of a group of entries: charges less refunds.
 *
 * @param seconds of video
 */
record UsageTotals(Usd usd, Usd diem, long seconds) {

    static final UsageTotals NONE = new UsageTotals(Usd.ZERO, Usd.ZERO, 0);

    static final Comparator<Map.Entry<String, UsageTotals>> MOST_FIRST =
            Comparator.<Map.Entry<String, UsageTotals>, Usd>comparing(
                            group -> group.getValue().spend())
                    .reversed()
                    .thenComparing(Map.Entry::getKey);

    /** Dollars and DIEM together. */
    Usd spend() {
        return usd.plus(diem);
    }

    /** Sums by group, the group that spent most first. */
    static List<Map.Entry<String, UsageTotals>> by(Function<LedgerEntry, String> group, List<LedgerEntry> entries) {
        var groups = new LinkedHashMap<String, UsageTotals>();
        var counted = new HashSet<String>();
        for (var entry : entries) {
            // a price split between two currencies is two entries for one clip
            var first = counted.add(entry.type() + entry.purchase().queueId());
            groups.merge(group.apply(entry), of(entry, first), UsageTotals::plus);
        }
        return groups.entrySet().stream().sorted(MOST_FIRST).toList();
    }

    static UsageTotals of(List<LedgerEntry> entries) {
        return by(entry -> "", entries).stream()
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(NONE);
    }

    private static UsageTotals of(LedgerEntry entry, boolean countSeconds) {
        var spent = entry.amount().negated();
        var seconds = countSeconds ? entry.purchase().seconds() : 0;
        var sign = entry.tookMoney() ? 1 : -1;
        return entry.currency() == Currency.USD
                ? new UsageTotals(spent, Usd.ZERO, (long) sign * seconds)
                : new UsageTotals(Usd.ZERO, spent, (long) sign * seconds);
    }

    private UsageTotals plus(UsageTotals other) {
        return new UsageTotals(usd.plus(other.usd), diem.plus(other.diem), seconds + other.seconds);
    }
}
