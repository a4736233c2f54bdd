package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The public API as it stood on a date. */
public enum Edition {
    /** OpenAPI file 20260617.005428 with the guides of that commit. */
    E2026_06_17("2026-06-17", "20260617.005428"),
    /** OpenAPI file 20260821.193530 with the guides of that commit. */
    E2026_08_21("2026-08-21", "20260821.193530");

    private final String id;
    private final String apiVersion;

    Edition(String id, String apiVersion) {
        this.id = id;
        this.apiVersion = apiVersion;
    }

    /** The date that names this edition, as users write it. */
    public String id() {
        return id;
    }

    /** What there is to choose from, in words. */
    public static String choices() {
        return Arrays.stream(values()).map(Edition::id).collect(Collectors.joining(" or "));
    }

    /** The version of its OpenAPI file, which is also the value of the {@code x-venice-version} header. */
    public String apiVersion() {
        return apiVersion;
    }

    public static Optional<Edition> find(String id) {
        return Arrays.stream(values()).filter(edition -> edition.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
