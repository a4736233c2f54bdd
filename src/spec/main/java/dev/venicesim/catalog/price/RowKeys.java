package dev.venicesim.catalog.price;

import dev.venicesim.catalog.UserFileObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Vocabulary of a price file: the keys that an object of it may have. */
final class RowKeys {

    static final Set<String> AMOUNT = Set.of("usd", "silentUsd");
    static final Set<String> STEP = Set.of("seconds", "usd", "silentUsd");
    static final Set<String> TIER = Set.of("maxHeight", "usd");

    private static final Set<String> COMMON =
            Set.of("models", "resolutions", "per", "markup", "rounding", "provenance", "source", "date", "note");

    private static final Map<String, Set<String>> OF_A_KIND = Map.of(
            "second",
            Set.of(
                    "usd",
                    "silentUsd",
                    "ratios",
                    "usdWithVideo",
                    "perClipUsd",
                    "perClipTimes",
                    "references",
                    "countsReferenceSeconds",
                    "maxBilledSeconds"),
            "clip",
            Set.of("usd", "silentUsd", "steps"),
            "token",
            Set.of(
                    "usdPerMillionTokens",
                    "usdPerMillionTokensWithVideo",
                    "framesPerSecond",
                    "frames",
                    "frameWithoutRatio",
                    "countsReferenceSeconds",
                    "maxBilledSeconds"),
            "upscaled-second",
            Set.of("tiers", "doubleAboveFps"));

    private RowKeys() {}

    /** Refuses what a row of a kind does not have. */
    static void check(UserFileObject row, String kind) {
        var known = new TreeSet<>(COMMON);
        known.addAll(OF_A_KIND.getOrDefault(kind, Set.of()));
        check(row, "a row per " + kind, known);
    }

    /** Refuses any key that is not known, naming it, those there are, and the one it resembles. */
    static void check(UserFileObject object, String what, Set<String> known) {
        object.node().fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        object.pointer() + "/" + key + ": " + what + " has no such key; " + fix(key, known));
            }
        });
    }

    private static String fix(String key, Set<String> known) {
        return known.stream()
                .filter(candidate -> plain(candidate).equals(plain(key)))
                .findFirst()
                .map(candidate -> "did you mean " + candidate + "?")
                .orElseGet(() -> "it may have " + String.join(", ", new TreeSet<>(known)));
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]|s$", "");
    }
}
