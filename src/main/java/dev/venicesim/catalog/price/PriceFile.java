package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Glob;
import dev.venicesim.catalog.Pointed;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the {@code rows} of a price file, ours or a user's: {@code models} (ids, {@code *} stands for any text),
 * {@code resolutions} (absent for all), {@code per} ({@code second}, {@code clip} or {@code upscaled-second}), {@code usd} and
 * {@code silentUsd} or {@code tiers} and {@code doubleAboveFps}, {@code references} ({@code tokens} or absent), and
 * {@code provenance}, {@code source}, {@code date}. A user's row may leave the last three out: observed, the price file, the
 * edition's date.
 */
final class PriceFile {

    private final String usualDate;

    PriceFile(String usualDate) {
        this.usualDate = usualDate;
    }

    /**
     * @throws IllegalArgumentException naming the JSON pointer and what belongs there
     */
    List<Tariff> rows(JsonNode file) {
        var rows = file.path("rows");
        if (!rows.isArray()) {
            throw Pointed.refuse("/rows", rows, "an array of price rows");
        }
        var tariffs = new ArrayList<Tariff>();
        for (var i = 0; i < rows.size(); i++) {
            tariffs.add(row(new Pointed(rows.path(i), "/rows/" + i)));
        }
        return tariffs;
    }

    private Tariff row(Pointed row) {
        return new Tariff.Known(models(row), Set.copyOf(row.texts("resolutions")), price(row), origin(row));
    }

    private static List<Glob> models(Pointed row) {
        var models = row.texts("models");
        if (models.isEmpty()) {
            throw row.refuse("models", "at least one model id");
        }
        if (!models.stream().allMatch(Glob::isPattern)) {
            throw row.refuse("models", "model ids of 1 to " + Glob.MAX_LENGTH + " characters");
        }
        return models.stream().map(Glob::new).toList();
    }

    private static Price price(Pointed row) {
        return switch (row.text("per", "second")) {
            case "second" -> new Price.PerSecond(usd(row, "usd"), silent(row), row.has("references"));
            case "clip" -> new Price.PerClip(usd(row, "usd"), silent(row));
            case "upscaled-second" -> new Price.Upscaled(tiers(row), frames(row));
            default -> throw row.refuse("per", "second, clip or upscaled-second");
        };
    }

    private static Usd silent(Pointed row) {
        return usd(row, row.has("silentUsd") ? "silentUsd" : "usd");
    }

    private static Usd usd(Pointed row, String key) {
        var number = row.number(key);
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(1_000)) > 0 || number.scale() > 6) {
            throw row.refuse(key, "dollars from 0 to 1000 with at most six decimals");
        }
        return Usd.of(number);
    }

    private static List<Price.Tier> tiers(Pointed row) {
        var array = row.node().path("tiers");
        if (!array.isArray() || array.isEmpty()) {
            throw row.refuse("tiers", "an array of {maxHeight, usd}, the last without maxHeight");
        }
        var tiers = new ArrayList<Price.Tier>();
        for (var i = 0; i < array.size(); i++) {
            var tier = new Pointed(array.path(i), row.pointer() + "/tiers/" + i);
            var last = i == array.size() - 1;
            if (last == tier.has("maxHeight")) {
                throw tier.refuse("maxHeight", last ? "no bound on the last tier" : "the greatest height in pixels");
            }
            var height = last ? Integer.MAX_VALUE : tier.number("maxHeight").intValue();
            if (i > 0 && height <= tiers.get(i - 1).maxHeight()) {
                throw tier.refuse("maxHeight", "a height above the tier before");
            }
            tiers.add(new Price.Tier(height, usd(tier, "usd")));
        }
        return List.copyOf(tiers);
    }

    private static BigDecimal frames(Pointed row) {
        return row.has("doubleAboveFps") ? row.number("doubleAboveFps") : BigDecimal.valueOf(Integer.MAX_VALUE);
    }

    private Origin origin(Pointed row) {
        var label = row.text("provenance", Evidence.OBSERVED.label());
        var evidence =
                Evidence.find(label).orElseThrow(() -> row.refuse("provenance", "documented, observed or estimated"));
        var date = row.text("date", usualDate);
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            var refusal = row.refuse("date", "an ISO date such as 2026-08-21");
            refusal.initCause(e);
            throw refusal;
        }
        return new Origin(evidence, row.text("source", "the price file"), date);
    }
}
