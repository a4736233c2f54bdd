package dev.venicesim.world;

import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.EntryType;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.money.Usd;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Meter of the money that moved since this process began, read as entries are written: whoever watches it walks no world. Of
 * this process alone, so in no store.
 */
final class CostMeter {

    private static final double MICROS = 1_000_000;

    private final Map<String, Usd> byModel = new ConcurrentHashMap<>();
    /** Adders of fractions, since no sum that somebody watches may keep money from moving by being full. */
    private final Map<EntryType, DoubleAdder> byType = new ConcurrentHashMap<>();

    void add(List<LedgerEntry> entries) {
        for (var entry : entries) {
            byType.computeIfAbsent(entry.type(), any -> new DoubleAdder())
                    .add(Math.abs((double) entry.amount().micros()));
            if (entry.type().isUsage() && !entry.amount().isZero()) {
                byModel.merge(entry.purchase().model(), entry.amount().negated(), Usd::plus);
            }
        }
    }

    /** What entries of each type have moved, up or down, in dollars; a DIEM is one. */
    Map<EntryType, Double> moved() {
        var moved = new EnumMap<EntryType, Double>(EntryType.class);
        byType.forEach((type, micros) -> moved.put(type, micros.sum() / MICROS));
        return moved;
    }

    CostReport report() {
        var costs = new TreeMap<>(byModel);
        costs.values().removeIf(Usd::isZero);
        return new CostReport(costs);
    }
}
