package dev.venicesim.catalog.price;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of model ids in which {@code *} stands for any text. */
record Glob(Pattern pattern) {

    static Glob of(String text) {
        return new Glob(Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))));
    }

    static boolean any(List<Glob> globs, String id) {
        return globs.stream().anyMatch(glob -> glob.pattern.matcher(id).matches());
    }
}
