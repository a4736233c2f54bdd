package dev.venicesim.catalog.price;

import java.math.BigDecimal;

/**
 * What a clip is measured by when it is paid for.
 *
 * @param seconds billed
 * @param referenceSeconds of reference video put in; zero for none
 * @param sound whether it has any
 * @param outputHeight of an upscaled video in pixels; {@link Integer#MAX_VALUE} where unknown, the dearest
 * @param framesPerSecond of an upscaler's source; zero where unknown
 */
public record Usage(
        BigDecimal seconds, BigDecimal referenceSeconds, boolean sound, int outputHeight, BigDecimal framesPerSecond) {}
