package dev.venicesim.cli;

import dev.venicesim.Simulator;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.kit.client.ControlException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Option that names the file into which a server writes the run of the world that was used last. */
final class RecordedRunOption {

    private static final Logger LOG = LoggerFactory.getLogger("dev.venicesim.runs");

    /** A run that lost its first requests cannot be played. */
    private static final int LEAST_JOURNAL = 10_000;

    @Option(
            names = "--record-run",
            paramLabel = "FILE",
            description = "Gets the run of the world that was used last, at the end and on SIGHUP.")
    private @Nullable Path file;

    boolean isWanted() {
        return file != null;
    }

    /** How many entries the journal has to keep. */
    int journal() {
        return isWanted() ? LEAST_JOURNAL : 0;
    }

    /**
     * @throws IllegalArgumentException if the file cannot be written because its folder is not there
     */
    void check() {
        var folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("record-run cannot be \"" + file
                    + "\": its folder does not exist; give a path in a folder that can be written");
        }
    }

    /** Writes the file whole, so that nobody reads half a run. */
    void write(Simulator simulator) {
        var to = file;
        if (to == null) {
            return;
        }
        try {
            simulator.client().latestRun().ifPresent(run -> WholeFile.write(to, run));
        } catch (ControlException | WholeFile.CannotWriteException e) {
            LOG.error("record-run cannot be \"{}\": {}", file, e.getMessage());
        }
    }
}
