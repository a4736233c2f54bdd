package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Glob;
import dev.venicesim.catalog.UserFileObject;
import dev.venicesim.money.QuoteRounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reader of the {@code rows} of a price file, ours or a user's; {@code docs/prices.md} and
 * {@code schemas/prices.schema.json} describe it. A user's row may leave its origin out: observed, the price file, the
 * edition's date.
 */
final class PriceFile {

    private static final Set<String> KEYS = Set.of("$schema", "about", "edition", "rows", "estimates");
    private static final BigDecimal MAX_MARKUP = BigDecimal.valueOf(100);

    private final String usualDate;

    PriceFile(String usualDate) {
        this.usualDate = usualDate;
    }

    /**
     * @throws IllegalArgumentException naming the JSON pointer and what belongs there
     */
    List<Tariff.Known> rows(JsonNode file) {
        RowKeys.check(new UserFileObject(file, ""), "a price file", KEYS);
        var rows = file.path("rows");
        if (!rows.isArray()) {
            throw UserFileObject.refuse("/rows", rows, "an array of price rows");
        }
        var tariffs = new ArrayList<Tariff.Known>();
        for (var i = 0; i < rows.size(); i++) {
            tariffs.add(row(new UserFileObject(rows.path(i), "/rows/" + i)));
        }
        return tariffs;
    }

    private Tariff.Known row(UserFileObject row) {
        if (!row.node().isObject()) {
            throw UserFileObject.refuse(row.pointer(), row.node(), "a price row, an object");
        }
        var models = models(row);
        var price = PriceReader.read(row);
        return new Tariff.Known(models, Set.copyOf(row.texts("resolutions")), price, rounding(row), origin(row));
    }

    private static List<Glob> models(UserFileObject row) {
        var models = row.texts("models");
        if (models.isEmpty()) {
            throw row.refuse("models", "at least one model id");
        }
        if (!models.stream().allMatch(Glob::isPattern)) {
            throw row.refuse("models", "model ids of 1 to " + Glob.MAX_LENGTH + " characters");
        }
        return models.stream().map(Glob::new).toList();
    }

    private static QuoteRounding rounding(UserFileObject row) {
        var markup = row.has("markup") ? PriceReader.positive(row, "markup", MAX_MARKUP) : BigDecimal.ONE;
        return switch (row.text("rounding", "decimal")) {
            case "decimal" -> QuoteRounding.DECIMAL;
            case "binary" -> new QuoteRounding.Binary(markup);
            default -> throw row.refuse("rounding", "decimal or binary");
        };
    }

    private PriceOrigin origin(UserFileObject row) {
        var label = row.text("provenance", PriceEvidence.OBSERVED.label());
        var evidence = PriceEvidence.find(label)
                .orElseThrow(() -> row.refuse("provenance", "documented, observed or estimated"));
        var date = row.text("date", usualDate);
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            var refusal = row.refuse("date", "an ISO date such as 2026-08-21");
            refusal.initCause(e);
            throw refusal;
        }
        return new PriceOrigin(evidence, row.text("source", "the price file"), date, row.text("note", ""));
    }
}
