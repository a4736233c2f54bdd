package dev.venicesim.catalog.price;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Evidence of a price: how it is known. */
public enum PriceEvidence {
    /** The API's own documents say so. */
    DOCUMENTED,
    /** Somebody was quoted it. */
    OBSERVED,
    /** Nobody knows; the stated formula does. */
    ESTIMATED;

    /** The name the files use. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PriceEvidence> find(String label) {
        return Arrays.stream(values())
                .filter(evidence -> evidence.label().equals(label))
                .findFirst();
    }
}
