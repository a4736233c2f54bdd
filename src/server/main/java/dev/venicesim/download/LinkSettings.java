package dev.venicesim.download;

import dev.venicesim.api.Verified;
import java.time.Duration;

/**
 * The limits of a download link.
 *
 * @param validFor from the queue reply, by the world's clock; at its end the link is gone
 * @param fullReads whole deliveries before the link is used up
 * @param getsPerMinute GET requests within any sixty seconds before a 429
 * @param addresses different client addresses that may use it
 */
public record LinkSettings(Duration validFor, int fullReads, int getsPerMinute, int addresses) {

    public LinkSettings {
        if (validFor.isNegative() || fullReads < 1 || getsPerMinute < 1 || addresses < 1) {
            throw new IllegalArgumentException("a link allows at least one read, GET and address, and lives not"
                    + " less than no time: " + validFor + ", " + fullReads + ", " + getsPerMinute + ", " + addresses);
        }
    }

    /**
     * Both editions' settings: a day; "a few" reads taken as five; a burst as more than ten a minute; one change of
     * address. Only the day and the single change are documented numbers.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/download-links.md#using-a-link, docs/api/download-links.md#repeated-fetches")
    public static LinkSettings documented() {
        return new LinkSettings(Duration.ofHours(24), 5, 10, 2);
    }
}
