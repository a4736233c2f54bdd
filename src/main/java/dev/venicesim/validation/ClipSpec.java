package dev.venicesim.validation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The clip that a request asks for, the model's defaults filled in.
 *
 * @param duration the literal ({@code 5s}, {@code auto}); empty where the source decides
 * @param resolution empty if the model knows none
 * @param aspectRatio empty if the model takes none or none was named
 * @param audio whether sound is wanted; true if nothing was said
 * @param upscaleFactor of an upscaler only
 */
public record ClipSpec(
        Optional<String> duration,
        Optional<String> resolution,
        Optional<String> aspectRatio,
        boolean audio,
        OptionalInt upscaleFactor) {}
