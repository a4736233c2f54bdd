package dev.venicesim.catalog;

import java.math.BigDecimal;
import java.util.Set;

/**
 * Limits of an input image.
 *
 * @param minSidePixels of the shorter side; 0 for no limit
 * @param minRatio width by height must be above this; 0 for no limit
 * @param maxRatio width by height must be below this; 0 for no limit
 * @param formats the accepted ones, lower case; empty for any
 * @param maxBytes 0 for no limit
 */
public record ImageLimits(
        int minSidePixels, BigDecimal minRatio, BigDecimal maxRatio, Set<String> formats, long maxBytes) {

    /** No limit known. */
    public static final ImageLimits NONE = new ImageLimits(0, BigDecimal.ZERO, BigDecimal.ZERO, Set.of(), 0);
}
