package dev.venicesim.cli;

import dev.venicesim.contract.history.HistoryEntry;
import dev.venicesim.contract.history.HistoryFile;
import dev.venicesim.contract.history.HistoryPage;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that names the file in which runs are written down, one line each. */
final class HistoryOption {

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Gets one line of JSON about this run; with --report, history.html draws all runs in it.")
    private @Nullable Path file;

    /**
     * The history, if one is kept.
     *
     * @throws IllegalArgumentException if the file is none, or cannot be written
     */
    Optional<HistoryFile> open() {
        return Optional.ofNullable(file).map(HistoryFile::open);
    }

    /** Writes a run down, and draws all of them where reports are wanted. */
    static void add(HistoryFile history, HistoryEntry entry, ReportOption report) {
        history.append(entry);
        if (report.folder().isPresent()) {
            report.write("history.html", HistoryPage.of(history.entries()));
        }
    }
}
