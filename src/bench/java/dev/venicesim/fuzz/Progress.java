package dev.venicesim.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How far a run has come, as a file says it.
 *
 * @param seed of all inputs
 * @param next number of the first input that was not sent
 */
record Progress(long seed, long next) {

    static Progress of(Optional<Path> file, long seed) throws IOException {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return new Progress(seed, 0);
        }
        var saved = new Properties();
        try (var text = Files.newBufferedReader(file.get())) {
            saved.load(text);
        }
        return new Progress(Long.parseLong(saved.getProperty("seed")), Long.parseLong(saved.getProperty("next")));
    }

    void save(Path file) throws IOException {
        Files.writeString(file, "seed=" + seed + "\nnext=" + next + "\n");
    }
}
