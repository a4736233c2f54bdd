package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Quotes of a model at a resolution.
 *
 * @param usual those at the first ratio
 * @param ratios those at each ratio that costs another price
 * @param references dollars with sound of a clip after reference video, by the seconds of both
 */
record Quoted(Lengths usual, Map<String, Lengths> ratios, NavigableMap<Integer, BigDecimal> references) {

    /**
     * Quotes of every length.
     *
     * @param loud dollars with sound by seconds, at least one
     * @param silent the same without, for the same seconds
     */
    record Lengths(NavigableMap<Integer, BigDecimal> loud, NavigableMap<Integer, BigDecimal> silent) {

        /** Nothing, if no price of a second gives all of them to the cent. */
        Optional<Second> perSecond() {
            return Fit.perSecond(loud).flatMap(with -> Fit.perSecond(silent).map(without -> new Second(with, without)));
        }
    }

    /** Dollars of a second with sound and without. */
    private record Second(BigDecimal loud, BigDecimal silent) {

        void writeTo(ObjectNode amount) {
            write(amount, loud, silent);
        }
    }

    /** Writes the shortest row that gives every quote to the cent: so much a second, or a step for each length. */
    void writeTo(ObjectNode row) {
        var second = usual.perSecond();
        if (second.isPresent()) {
            row.put("per", "second");
            second.get().writeTo(row);
            ratios.forEach((ratio, lengths) -> lengths.perSecond()
                    .ifPresent(price ->
                            price.writeTo(row.withObjectProperty("ratios").putObject(ratio))));
            writeReferences(row, second.get().loud());
        } else {
            row.put("per", "clip");
            var steps = row.putArray("steps");
            var silent = usual.silent();
            usual.loud()
                    .forEach((seconds, usd) ->
                            write(steps.addObject().put("seconds", seconds), usd, silent.getOrDefault(seconds, usd)));
        }
    }

    /** Where reference video changes the price, its seconds are paid for, at the same price or at one of their own. */
    private void writeReferences(ObjectNode row, BigDecimal second) {
        var loud = usual.loud();
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

    private static void write(ObjectNode amount, BigDecimal usd, BigDecimal silent) {
        amount.put("usd", usd);
        if (silent.compareTo(usd) != 0) {
            amount.put("silentUsd", silent);
        }
    }
}
