package dev.venicesim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Version of the simulator. */
public final class Version {

    private Version() {}

    /** The version as its build wrote it, such as {@code 0.1.0}. */
    public static String current() {
        try (var file = Version.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
