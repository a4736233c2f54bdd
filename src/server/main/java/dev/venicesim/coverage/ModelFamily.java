package dev.venicesim.coverage;

import java.util.regex.Pattern;

/** Family of a model: what its id says before the first dash, without a version. */
final class ModelFamily {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");

    private ModelFamily() {}

    /** {@code wan} of {@code wan-2.6-text-to-video}, {@code veo} of {@code veo3-fast-text-to-video}. */
    static String of(String model) {
        var name = NAME.matcher(model);
        return name.lookingAt() ? name.group() : model;
    }
}
