package dev.venicesim.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * A model's announced end.
 *
 * @param date the instant on the wire, character for character, as headers repeat it
 * @param removesAt when the listing drops it
 * @param autoRemap whether requests are sent on to a replacement afterwards
 * @param replacement the model to move to, or empty text
 */
public record Deprecation(String date, String removesAt, boolean autoRemap, String replacement) {

    public Instant removal() {
        return Instant.parse(removesAt);
    }

    /** The model to move to, if one is named. */
    public Optional<String> replacementModel() {
        return replacement.isEmpty() ? Optional.empty() : Optional.of(replacement);
    }
}
