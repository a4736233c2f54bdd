package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Quotes of a model at a resolution.
 *
 * @param loud dollars with sound by seconds, at least one
 * @param silent the same without, for the same seconds
 * @param ratios dollars with and without sound of the longest clip, at ratios other than the first
 * @param references dollars with sound of a clip after reference video, by the seconds of both
 */
record Quoted(
        NavigableMap<Integer, BigDecimal> loud,
        NavigableMap<Integer, BigDecimal> silent,
        Map<String, Sound> ratios,
        NavigableMap<Integer, BigDecimal> references) {

    /** A quote with sound and one without. */
    record Sound(BigDecimal loud, BigDecimal silent) {}

    /** Writes the shortest row that gives every quote to the cent: so much a second, or a step for each length. */
    void writeTo(ObjectNode row) {
        var second = Fit.perSecond(loud);
        var quiet = Fit.perSecond(silent);
        if (second.isPresent() && quiet.isPresent()) {
            row.put("per", "second");
            write(row, second.get(), quiet.get());
            writeRatios(row);
            writeReferences(row, second.get());
        } else {
            row.put("per", "clip");
            var steps = row.putArray("steps");
            loud.forEach((seconds, usd) ->
                    write(steps.addObject().put("seconds", seconds), usd, silent.getOrDefault(seconds, usd)));
        }
    }

    private void writeRatios(ObjectNode row) {
        var seconds = loud.lastKey();
        var usual = new Sound(loud.lastEntry().getValue(), silent.lastEntry().getValue());
        ratios.forEach((ratio, quote) -> {
            var with = share(seconds, quote.loud());
            var without = share(seconds, quote.silent());
            if (!quote.equals(usual) && with.isPresent() && without.isPresent()) {
                write(row.withObjectProperty("ratios").putObject(ratio), with.get(), without.get());
            }
        });
    }

    /** Where reference video changes the price, its seconds are paid for, at the same price or at one of their own. */
    private void writeReferences(ObjectNode row, BigDecimal second) {
        var without = loud.getOrDefault(PriceQuery.besideReferences(loud), BigDecimal.ZERO);
        if (references.values().stream().allMatch(usd -> usd.compareTo(without) == 0)) {
            return;
        }
        if (Fit.gives(second, references)) {
            row.put("countsReferenceSeconds", true);
            return;
        }
        Fit.perSecond(references)
                .ifPresent(usd -> row.put("countsReferenceSeconds", true).put("usdWithVideo", usd));
    }

    private static Optional<BigDecimal> share(int seconds, BigDecimal usd) {
        return Fit.perSecond(Map.of(seconds, usd));
    }

    private static void write(ObjectNode amount, BigDecimal usd, BigDecimal silent) {
        amount.put("usd", usd);
        if (silent.compareTo(usd) != 0) {
            amount.put("silentUsd", silent);
        }
    }
}
