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
 * @param slowdownFactor empty if nothing was said or the model takes none
 * @param targetFps likewise
 */
public record RequestedClip(
        Optional<String> duration,
        Optional<String> resolution,
        Optional<String> aspectRatio,
        boolean audio,
        OptionalInt upscaleFactor,
        OptionalInt slowdownFactor,
        OptionalInt targetFps) {

    /** The seconds that a literal such as {@code 5s} names; 0 for one that names none. */
    public static int seconds(String literal) {
        return literal.matches("\\d{1,4}s") ? Integer.parseInt(literal.substring(0, literal.length() - 1)) : 0;
    }
}
