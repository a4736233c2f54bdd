package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.AgeSummary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Summary of how the prices of an edition are known, and since when. */
final class PriceAge {

    private PriceAge() {}

    /** The summary of rows, one for each model and resolution. */
    static ObjectNode write(List<PriceRow> rows, LocalDate today) {
        var ways =
                Arrays.stream(PriceEvidence.values()).map(PriceEvidence::label).toList();
        var summary = new AgeSummary(ways, today);
        rows.forEach(row -> summary.add(
                row.model(),
                row.origin().evidence().label(),
                Optional.of(LocalDate.parse(row.origin().date()))));
        return summary.toJson();
    }
}
