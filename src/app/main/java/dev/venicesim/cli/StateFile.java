package dev.venicesim.cli;

import dev.venicesim.contract.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File in which {@code check} keeps what an interrupted run needs: the user's file, or for paid runs without one a file
 * of its own that goes when all went well.
 */
final class StateFile {

    static final String USUAL = "venice-sim-check-state.json";

    private final Optional<Path> given;
    private final Optional<Path> own;

    /**
     * @throws IllegalArgumentException if an interrupted run has left its file here
     */
    StateFile(Optional<Path> given, boolean pays) {
        this.given = given;
        this.own = given.isEmpty() && pays ? Optional.of(Path.of(USUAL)) : Optional.empty();
        if (own.isPresent() && Files.exists(own.get())) {
            throw new IllegalArgumentException("a paid run was cut short here and left " + USUAL + "; give --resume "
                    + USUAL + " to take it up, or delete the file");
        }
    }

    Optional<Path> path() {
        return given.or(() -> own);
    }

    /** Removes the file of a run that is through; else says how to take it up. */
    Optional<String> ended(RunReport report) {
        if (path().isEmpty() || !Files.exists(path().get())) {
            return Optional.empty();
        }
        if (report.targetFailure().isPresent() || !report.notes().isEmpty()) {
            return Optional.of("to take it up where it stopped: the same command with --resume " + path().get());
        }
        own.ifPresent(StateFile::delete);
        return Optional.empty();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
