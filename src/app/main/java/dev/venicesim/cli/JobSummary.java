package dev.venicesim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Summary of a job in CI, where GitHub's runners show it. */
final class JobSummary {

    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private JobSummary() {}

    /**
     * Adds a text to it, if there is one.
     *
     * @throws CommandFailure if it cannot be written
     */
    static void add(String markdown) {
        var file = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        file.ifPresent(path -> append(path, markdown));
    }

    private static void append(Path file, String text) {
        try {
            Files.write(
                    file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw CommandFailure.misuse(new IllegalArgumentException(
                    VARIABLE + " cannot be \"" + file + "\": give a file that can be written", e));
        }
    }
}
