package dev.venicesim.catalog;

import dev.venicesim.api.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A model's announced end.
 *
 * @param date the instant on the wire, character for character, as headers repeat it
 * @param removesAt when it is removed
 * @param autoRemap whether requests are sent on to a replacement afterwards
 * @param replacement the model to move to, or empty text
 */
public record Deprecation(String date, String removesAt, boolean autoRemap, String replacement) {

    /** A model that was removed stays listed so long by the page; the OpenAPI file has it gone at once. */
    @Verified(on = "2026-08-22", source = "docs/api/disagreements.md#removal-dates")
    private static final Duration STILL_LISTED = Duration.ofDays(30);

    public Instant removal() {
        return Instant.parse(removesAt);
    }

    /** Whether by both sources it is listed no more. */
    boolean isDelistedBy(Instant now) {
        return !now.isBefore(removal().plus(STILL_LISTED));
    }

    /** The model to move to, if one is named. */
    public Optional<String> replacementModel() {
        return replacement.isEmpty() ? Optional.empty() : Optional.of(replacement);
    }
}
