package dev.venicesim.cli;

import dev.venicesim.json.NamedFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options that say where an API key comes from: the environment or a file, never the command line, which other users of
 * a machine can read.
 */
final class KeyOptions {

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the API key.")
    private @Nullable String variable;

    @Option(names = "--api-key-file", paramLabel = "FILE", description = "The file that holds the API key alone.")
    private @Nullable Path file;

    /**
     * The key, if one was named.
     *
     * @throws IllegalArgumentException naming setting and fix, never the key
     */
    Optional<String> key(Map<String, String> environment) {
        if (variable != null && file != null) {
            throw new IllegalArgumentException("api-key-env and api-key-file are both given; give one");
        }
        if (variable != null) {
            return Optional.of(fromEnvironment(variable, environment));
        }
        return file == null ? Optional.empty() : Optional.of(fromFile(file));
    }

    private static String fromEnvironment(String name, Map<String, String> environment) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("api-key-env names a variable that is not set or empty; export the"
                    + " key in a variable and give that variable's name");
        }
        return value.strip();
    }

    private static String fromFile(Path file) {
        var value = new NamedFile("api-key-file", file, "a file that holds the key")
                .text()
                .strip();
        if (!value.isEmpty()) {
            return value;
        }
        throw new IllegalArgumentException("api-key-file cannot be \"" + file + "\": it is empty");
    }
}
