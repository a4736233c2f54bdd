package dev.venicesim.contract.drift;

import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.drift.SchemaDrift.Direction;
import dev.venicesim.contract.drift.SchemaDrift.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Comparison of what descriptions say: caps, numbers, literals and error texts that stand nowhere else. */
final class DescriptionDrift {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern UPPER =
            Pattern.compile("\\b(?:at most|up to|no more than|exceed|maximum|max)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER = Pattern.compile("\\b(?:at least|minimum|min)\\b", Pattern.CASE_INSENSITIVE);

    /** Of the words of two phrases, how many they share if one became the other. */
    private static final double LIKE = 0.5;

    private final String at;
    private final Direction direction;
    private final List<Found> found = new ArrayList<>();

    private DescriptionDrift(String at, Direction direction) {
        this.at = at;
        this.direction = direction;
    }

    /** Of the places that both have; what came or went is told where fields are. */
    static List<Found> between(Map<String, Described> ours, Map<String, Described> theirs, Direction direction) {
        var found = new ArrayList<Found>();
        ours.forEach((at, was) -> {
            if (theirs.containsKey(at)) {
                found.addAll(between(at, was, theirs.get(at), direction));
            }
        });
        return found;
    }

    static List<Found> between(String at, Described was, Described is, Direction direction) {
        var drift = new DescriptionDrift(at, direction);
        drift.compare(was, is);
        return drift.found;
    }

    private void compare(Described was, Described is) {
        var gone = new ArrayList<>(SchemaDescription.without(was.facts(), is.facts()));
        var come = new ArrayList<>(SchemaDescription.without(is.facts(), was.facts()));
        for (var phrase : List.copyOf(gone)) {
            nearest(phrase, come).ifPresent(now -> {
                gone.remove(phrase);
                come.remove(now);
                became(phrase, now);
            });
        }
        if (gone.size() == 1 && come.size() == 1) {
            became(gone.remove(0), come.remove(0));
        }
        gone.forEach(phrase -> add(Severity.NOTABLE, "the description no longer says \"" + phrase + '"'));
        come.forEach(phrase -> add(Severity.NOTABLE, "the description now says \"" + phrase + '"'));
        var bothKnown = List.of(was, is).stream()
                .noneMatch(one -> one.whole().isEmpty() || one.whole().equals(Described.SEVERAL));
        if (found.isEmpty() && bothKnown && !was.whole().equals(is.whole())) {
            add(Severity.HARMLESS, "described in other words: " + TextExcerpt.ofChange(was.whole(), is.whole()));
        }
    }

    /** Whether a description says again what a keyword of the field has said: the same numbers changed. */
    static boolean repeats(Found said, Found keyword) {
        var parts = said.says().split("\", now \"", 2);
        if (parts.length < 2 || !said.field().equals(keyword.field())) {
            return false;
        }
        var was = new HashSet<>(numbers(parts[0]));
        var is = new HashSet<>(numbers(parts[1]));
        var kept = new HashSet<>(was);
        kept.retainAll(is);
        was.addAll(is);
        was.removeAll(kept);
        return !was.isEmpty() && new HashSet<>(numbers(keyword.says())).containsAll(was);
    }

    private void became(String phrase, String now) {
        var says = "the description said \"" + phrase + "\", now \"" + now + '"';
        var tightened = direction == Direction.REQUEST ? tightened(phrase, now) : Optional.<Boolean>empty();
        if (tightened.isPresent()) {
            var severity = tightened.get() ? Severity.BREAKING : Severity.HARMLESS;
            found.add(new Found(at, severity, Felt.CONSTRAINT, says));
        } else {
            add(Severity.NOTABLE, says);
        }
    }

    /** Whether a cap became narrower, if the phrases are one cap with other numbers, all of which moved one way. */
    private static Optional<Boolean> tightened(String was, String is) {
        var upper = UPPER.matcher(was).find();
        if (upper == LOWER.matcher(was).find() || !masked(was).equals(masked(is))) {
            return Optional.empty();
        }
        var directions = new HashSet<Integer>();
        var before = numbers(was);
        var now = numbers(is);
        for (var i = 0; i < before.size(); i++) {
            directions.add(now.get(i).compareTo(before.get(i)));
        }
        directions.remove(0);
        return directions.size() == 1 ? Optional.of(directions.contains(upper ? -1 : 1)) : Optional.empty();
    }

    private static String masked(String phrase) {
        return NUMBER.matcher(phrase).replaceAll("#");
    }

    private static List<BigDecimal> numbers(String phrase) {
        return NUMBER.matcher(phrase)
                .results()
                .map(number -> new BigDecimal(number.group()
                        .replaceAll(",(?=\\d{3})", "")
                        .replaceAll("[,.](?=.*[,.])", "")
                        .replace(',', '.')))
                .toList();
    }

    /** The phrase with other numbers, else the one that shares most words. */
    private static Optional<String> nearest(String phrase, List<String> others) {
        Optional<String> best = others.stream()
                .filter(other -> masked(other).equals(masked(phrase)))
                .findFirst();
        var most = LIKE;
        for (var other : best.isPresent() ? List.<String>of() : others) {
            var likeness = likeness(words(phrase), words(other));
            if (likeness > most) {
                most = likeness;
                best = Optional.of(other);
            }
        }
        return best;
    }

    private static Set<String> words(String phrase) {
        return new HashSet<>(List.of(phrase.toLowerCase(java.util.Locale.ROOT).split("\\W+", -1)));
    }

    private static double likeness(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / Math.max(one.size(), other.size());
    }

    private void add(Severity severity, String says) {
        found.add(new Found(at, severity, Felt.DESCRIPTION, says));
    }
}
