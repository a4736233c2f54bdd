package dev.venicesim.catalog.price;

import java.math.BigDecimal;

/**
 * Measures of a clip by which it is paid for.
 *
 * @param seconds billed
 * @param referenceSeconds of reference video put in; zero for none
 * @param referenceImages pictures put in as references
 * @param sound whether it has any
 * @param ratio the literal asked for, {@code 21:9}; empty where none was, or one that follows the source
 * @param outputHeight of an upscaled video in pixels; {@link Integer#MAX_VALUE} where unknown, the dearest
 * @param framesPerSecond of an upscaler's source; zero where unknown
 */
public record ClipUsage(
        BigDecimal seconds,
        BigDecimal referenceSeconds,
        int referenceImages,
        boolean sound,
        String ratio,
        int outputHeight,
        BigDecimal framesPerSecond) {}
