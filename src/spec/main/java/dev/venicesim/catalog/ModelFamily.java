package dev.venicesim.catalog;

import java.util.regex.Pattern;

/**
 * Family of a model: the letters that its id begins with, which name its maker's line. No list of models says it, and
 * nothing that is answered or paid depends on it: it groups models for whoever reads about many.
 */
public final class ModelFamily {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");

    private ModelFamily() {}

    /** {@code wan} of {@code wan-2.6-text-to-video}, {@code veo} of {@code veo3-fast-text-to-video}. */
    public static String of(String model) {
        var name = NAME.matcher(model);
        return name.lookingAt() ? name.group() : model;
    }
}
