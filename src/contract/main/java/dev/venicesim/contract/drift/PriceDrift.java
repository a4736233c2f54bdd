package dev.venicesim.contract.drift;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.catalog.price.ClipUsage;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Comparison of the prices of a file, such as {@code record} makes, with an edition's. */
public final class PriceDrift {

    private static final int SHORT_REFERENCE = 3;
    /** Seconds, so that reference video and a clip as long are within what every model takes. */
    private static final int LONGEST_REFERENCE = 15;

    private final PriceBook ours;
    private final PriceBook theirs;
    private final List<Drift> found = new ArrayList<>();

    private PriceDrift(PriceBook ours, PriceBook theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /**
     * A difference for each model, resolution and ratio that the file prices otherwise, with sound and without: that of
     * the longest clip which is priced otherwise, and how many other lengths are. A clip after reference video counts as
     * a length of its own.
     *
     * @throws IllegalArgumentException if it is no price file, naming the JSON pointer and what belongs there
     */
    public static List<Drift> of(ApiEdition edition, JsonNode file) {
        var catalog = Catalog.of(edition);
        var ours = PriceBook.of(catalog);
        var drift = new PriceDrift(ours, ours.withRows(file));
        catalog.listed().forEach(drift::compare);
        return List.copyOf(drift.found);
    }

    private void compare(Model model) {
        var resolutions = model.options(RequestField.RESOLUTION);
        for (var resolution : resolutions.isEmpty() ? List.of("") : resolutions) {
            for (var sound : sounds(model)) {
                compare(model, resolution, sound);
            }
        }
    }

    /** The first ratio speaks for those that cost the same. */
    private void compare(Model model, String resolution, boolean sound) {
        var lengths = lengths(model);
        var said = Optional.<List<Change>>empty();
        for (var ratio : ratios(model)) {
            var changes = lengths.stream()
                    .map(length -> change(model, resolution, length, length.usage(sound, ratio)))
                    .toList();
            if (said.isEmpty() || !said.get().equals(changes)) {
                var place = Stream.of(model.id(), resolution, said.isEmpty() ? "" : ratio);
                add(place.filter(part -> !part.isEmpty()).collect(joining(" ")), sound, changes);
            }
            said = said.or(() -> Optional.of(changes));
        }
    }

    private Change change(Model model, String resolution, Length length, ClipUsage usage) {
        return new Change(
                length,
                ours.find(model, resolution).cents(usage),
                theirs.find(model, resolution).cents(usage));
    }

    private void add(String place, boolean sound, List<Change> changes) {
        var moved = changes.stream().filter(Change::moved).toList();
        if (!moved.isEmpty()) {
            var first = moved.get(0);
            var says = first.length() + (sound ? " with" : " without") + " sound: " + first.was() + " became "
                    + first.is() + " USD" + others(moved.size() - 1);
            found.add(Drift.of(Severity.NOTABLE, Felt.MONEY, place, says));
        }
    }

    private static String others(int lengths) {
        return switch (lengths) {
            case 0 -> "";
            case 1 -> "; one other length moved too";
            default -> "; " + lengths + " other lengths moved too";
        };
    }

    /** What a clip cost, and what it costs. */
    private record Change(Length length, Usd was, Usd is) {

        boolean moved() {
            return !was.equals(is);
        }
    }

    /** Seconds of a clip and of the reference video before it. */
    record Length(int seconds, int references) {

        ClipUsage usage(boolean sound, String ratio) {
            return new ClipUsage(
                    BigDecimal.valueOf(seconds),
                    BigDecimal.valueOf(references),
                    1,
                    sound,
                    ratio,
                    Integer.MAX_VALUE,
                    BigDecimal.ZERO);
        }

        @Override
        public String toString() {
            return seconds + " s" + (references == 0 ? "" : " after " + references + " s of reference video");
        }
    }

    /** The longest first, and those after reference video last. */
    static List<Length> lengths(Model model) {
        var listed = model.constraints().durations().stream()
                .filter(literal -> literal.matches("\\d{1,3}s"))
                .map(literal -> Integer.valueOf(literal.replace("s", "")))
                .collect(toCollection(TreeSet::new));
        var seconds = listed.isEmpty() ? new TreeSet<>(Set.of(10)) : listed;
        var clips = seconds.descendingSet().stream().map(clip -> new Length(clip, 0));
        return Stream.concat(clips, afterReferences(model, seconds)).toList();
    }

    private static Stream<Length> afterReferences(Model model, NavigableSet<Integer> seconds) {
        var beside = Optional.ofNullable(seconds.floor(LONGEST_REFERENCE)).orElseGet(seconds::first);
        return model.rules().kind() == ModelKind.REFERENCE_TO_VIDEO
                ? Stream.of(new Length(beside, SHORT_REFERENCE), new Length(beside, LONGEST_REFERENCE))
                : Stream.empty();
    }

    static List<Boolean> sounds(Model model) {
        var audio = model.constraints().audio();
        return audio.generated() && audio.configurable() ? List.of(true, false) : List.of(audio.generated());
    }

    static List<String> ratios(Model model) {
        var ratios = model.constraints().aspectRatios().stream()
                .filter(ratio -> ratio.indexOf(':') > 0)
                .toList();
        return ratios.isEmpty() ? List.of("") : ratios;
    }
}
