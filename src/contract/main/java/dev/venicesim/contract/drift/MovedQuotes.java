package dev.venicesim.contract.drift;

import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Quotes that moved, gathered by the rule that gives them all: a factor, or a span of factors. */
final class MovedQuotes {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final int MOST_DIGITS = 4;

    private final String whose;

    /** What moved, by how, then by model. */
    private final Map<String, Map<String, Moved>> moved = new LinkedHashMap<>();

    MovedQuotes(String whose) {
        this.whose = whose;
    }

    /**
     * A price and the quote for the same clip.
     *
     * @param clip in words
     */
    record Pair(String clip, boolean sound, Usd was, Usd is) {

        boolean moved() {
            return !was.equals(is);
        }

        BigDecimal factor() {
            return was.isZero()
                    ? BigDecimal.ZERO
                    : is.decimal().divide(was.decimal(), MOST_DIGITS, RoundingMode.HALF_UP);
        }
    }

    /** A rule by which quotes moved. */
    record Rule(String place, String says) {}

    /** Resolutions of a model that moved alike, and how many of their quotes. */
    private static final class Moved {
        private final List<String> resolutions = new ArrayList<>();
        private int quotes;
    }

    /** Takes the quotes of a model at a resolution. */
    void add(String model, String resolution, List<Pair> pairs, int refused) {
        if (refused > 0) {
            note("for which the target gives no price", model, resolution, refused);
        }
        if (pairs.stream().noneMatch(Pair::moved)) {
            return;
        }
        var all = factor(pairs);
        if (all.isPresent()) {
            note(each(all.get()), model, resolution, pairs.size());
            return;
        }
        for (var sound : List.of(true, false)) {
            var some = pairs.stream().filter(pair -> pair.sound() == sound).toList();
            var moving = some.stream().filter(Pair::moved).toList();
            if (!moving.isEmpty()) {
                var says = factor(some).map(this::each).orElseGet(() -> span(moving));
                note((sound ? "with sound" : "without sound") + ", " + says, model, resolution, moving.size());
            }
        }
    }

    private void note(String says, String model, String resolution, int quotes) {
        var of = moved.computeIfAbsent(says, text -> new LinkedHashMap<>()).computeIfAbsent(model, id -> new Moved());
        of.resolutions.add(resolution);
        of.quotes += quotes;
    }

    private String each(BigDecimal factor) {
        return "each " + factor.toPlainString() + " times " + whose;
    }

    private String span(List<Pair> moving) {
        var factors = new TreeSet<BigDecimal>();
        moving.forEach(pair -> factors.add(pair.factor().setScale(2, RoundingMode.HALF_UP)));
        var furthest = moving.stream()
                .max(Comparator.comparing(
                        pair -> pair.is().minus(pair.was()).decimal().abs()))
                .orElseThrow();
        return factors.first().toPlainString() + " to " + factors.last().toPlainString() + " times " + whose
                + "; the furthest: " + furthest.clip() + ": " + furthest.was() + " became " + furthest.is() + " USD";
    }

    /**
     * The factor of few digits that turns every price into its quote, as far as one can tell of whole cents; nothing if
     * there is none but one.
     */
    private static Optional<BigDecimal> factor(List<Pair> pairs) {
        var dearest = pairs.stream().max(Comparator.comparing(Pair::was)).orElseThrow();
        for (var digits = 2; digits <= MOST_DIGITS; digits++) {
            var candidate = dearest.factor().setScale(digits, RoundingMode.HALF_UP);
            if (candidate.compareTo(BigDecimal.ONE) != 0
                    && pairs.stream().allMatch(pair -> isWithinCents(pair, candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithinCents(Pair pair, BigDecimal factor) {
        var off = pair.was()
                .decimal()
                .multiply(factor)
                .subtract(pair.is().decimal())
                .abs();
        return off.compareTo(HALF_A_CENT.multiply(factor.add(BigDecimal.ONE))) <= 0;
    }

    /** Models that moved alike at the same resolutions stand together. */
    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        moved.forEach((says, models) -> {
            var alike = new LinkedHashMap<List<String>, List<String>>();
            models.forEach((model, of) -> alike.computeIfAbsent(of.resolutions, same -> new ArrayList<>())
                    .add(model));
            alike.forEach((resolutions, ids) -> {
                var quotes = ids.stream()
                        .mapToInt(id -> models.getOrDefault(id, new Moved()).quotes)
                        .sum();
                rules.add(new Rule(
                        place(ids, resolutions), (quotes == 1 ? "1 quote" : quotes + " quotes") + ", " + says));
            });
        });
        return rules;
    }

    private static String place(List<String> ids, List<String> resolutions) {
        var at = String.join(
                ", ", resolutions.stream().filter(text -> !text.isEmpty()).toList());
        return String.join(
                " at ",
                Stream.of(String.join(", ", ids), at)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
