package dev.venicesim.catalog;

import java.util.List;
import java.util.Set;

/**
 * Limits of an upscaler: what it takes.
 *
 * @param maxSeconds of the source
 * @param formats of the source, lower case
 * @param factors the values of {@code upscale_factor}
 */
public record UpscaleLimits(int maxSeconds, Set<String> formats, List<Integer> factors) {

    /** Of a model that does not upscale. */
    public static final UpscaleLimits NONE = new UpscaleLimits(0, Set.of(), List.of());
}
