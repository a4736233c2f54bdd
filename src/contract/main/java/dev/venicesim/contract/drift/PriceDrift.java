package dev.venicesim.contract.drift;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.catalog.price.ClipUsage;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Comparison of the prices of a file, such as {@code record} makes, with an edition's. */
public final class PriceDrift {

    private final PriceBook ours;
    private final PriceBook theirs;
    private final List<Drift> found = new ArrayList<>();

    private PriceDrift(PriceBook ours, PriceBook theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /**
     * A difference for each model, resolution and ratio that the file prices otherwise: that of the longest clip, with
     * sound and without.
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
        var seconds = seconds(model);
        var said = Optional.<Change>empty();
        for (var ratio : ratios(model)) {
            var usage = usage(seconds, sound, ratio);
            var change = new Change(
                    ours.find(model, resolution).cents(usage),
                    theirs.find(model, resolution).cents(usage));
            if (said.isEmpty() || !said.get().equals(change)) {
                var place = Stream.of(model.id(), resolution, said.isEmpty() ? "" : ratio);
                add(place.filter(part -> !part.isEmpty()).collect(joining(" ")), seconds, sound, change);
            }
            said = said.or(() -> Optional.of(change));
        }
    }

    private void add(String place, int seconds, boolean sound, Change change) {
        if (!change.was().equals(change.is())) {
            var says = seconds + " s " + (sound ? "with" : "without") + " sound: " + change.was() + " became "
                    + change.is() + " USD";
            found.add(new Drift(Severity.NOTABLE, place, says));
        }
    }

    /** What a clip cost, and what it costs. */
    private record Change(Usd was, Usd is) {}

    private static List<Boolean> sounds(Model model) {
        var audio = model.constraints().audio();
        return audio.generated() && audio.configurable() ? List.of(true, false) : List.of(audio.generated());
    }

    private static List<String> ratios(Model model) {
        var ratios = model.constraints().aspectRatios().stream()
                .filter(ratio -> ratio.indexOf(':') > 0)
                .toList();
        return ratios.isEmpty() ? List.of("") : ratios;
    }

    private static int seconds(Model model) {
        return model.constraints().durations().stream()
                .filter(literal -> literal.matches("\\d{1,3}s"))
                .mapToInt(literal -> Integer.parseInt(literal.replace("s", "")))
                .max()
                .orElse(10);
    }

    private static ClipUsage usage(int seconds, boolean sound, String ratio) {
        return new ClipUsage(
                BigDecimal.valueOf(seconds), BigDecimal.ZERO, 1, sound, ratio, Integer.MAX_VALUE, BigDecimal.ZERO);
    }
}
