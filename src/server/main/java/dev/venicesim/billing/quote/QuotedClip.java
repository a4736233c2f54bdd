package dev.venicesim.billing.quote;

import java.time.Duration;

/**
 * The clip a request will become, every default filled in.
 *
 * @param length how long it plays
 * @param billed how much of it is paid for: whole seconds where the length is taken from reference videos
 * @param resolution one of the model's literals, empty if it has none
 * @param aspectRatio {@code W:H}
 * @param sound whether it has any
 * @param outputWidth of an upscaled video in pixels, 0 where unknown or not upscaled
 * @param outputHeight likewise
 * @param framesPerSecond asked for; 0 where nobody asked
 */
public record QuotedClip(
        Duration length,
        Duration billed,
        String resolution,
        String aspectRatio,
        boolean sound,
        int outputWidth,
        int outputHeight,
        int framesPerSecond) {}
