package dev.venicesim.catalog.price;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Order in which the rows that ship are tried for an edition. What somebody documented or was quoted comes before what
 * was estimated. Among equals the latest row that the edition's date has seen comes first: it is the edition's own.
 * Where there is none, the earliest after that date is the nearest answer.
 *
 * @param edition the ISO date that names the edition
 */
record PriceOrder(String edition) {

    /** The rows in that order; rows of the same day stay as they are in their file. */
    List<Tariff.Known> sort(Collection<Tariff.Known> rows) {
        Comparator<Tariff.Known> order = Comparator.<Tariff.Known, Boolean>comparing(
                        row -> row.origin().evidence() == PriceEvidence.ESTIMATED)
                .thenComparing(this::isLater)
                .thenComparing(this::byDistance);
        return rows.stream().sorted(order).toList();
    }

    private boolean isLater(Tariff.Known row) {
        return row.origin().date().compareTo(edition) > 0;
    }

    private int byDistance(Tariff.Known one, Tariff.Known other) {
        var byDate = one.origin().date().compareTo(other.origin().date());
        return isLater(one) ? byDate : -byDate;
    }
}
