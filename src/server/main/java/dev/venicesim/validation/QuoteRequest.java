package dev.venicesim.validation;

import dev.venicesim.catalog.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A quote request that its model understands; what the model ignores is not in it.
 *
 * @param video the clip to upscale or to work on, if one was named
 * @param referenceSeconds {@code reference_video_total_duration}
 * @param inputHeight {@code input_height} of an upscaler's source, in pixels
 * @param referenceImages {@code reference_image_count}; 1 if nothing was said
 */
public record QuoteRequest(
        Model model,
        RequestedClip clip,
        Optional<MediaInput> video,
        Optional<BigDecimal> referenceSeconds,
        OptionalInt inputHeight,
        int referenceImages) {}
