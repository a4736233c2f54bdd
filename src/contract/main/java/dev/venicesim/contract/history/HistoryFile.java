package dev.venicesim.contract.history;

import dev.venicesim.contract.WholeFile;
import dev.venicesim.json.Json;
import dev.venicesim.json.NamedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * History of runs: a file that gets one JSON line for each, from whoever runs at the same time, too. A line that a killed
 * run left unfinished counts for nothing.
 */
public final class HistoryFile {

    private static final String WANTED = "a history of check and drift, or a path where there is none yet";

    /** A file's lock is one of processes; threads of this one need their own. */
    private static final Object THIS_PROCESS = new Object();

    private final Path file;

    private HistoryFile(Path file) {
        this.file = file;
    }

    /**
     * The history of a file, which need not be there yet.
     *
     * @throws IllegalArgumentException if the file is something else, or cannot be written, naming setting, value and fix
     */
    public static HistoryFile open(Path file) {
        WholeFile.prepareFor(file);
        var history = new HistoryFile(file);
        history.entries();
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw history.wrong("no permission to write it");
        }
        return history;
    }

    /** Every run so far, in the order in which they ended. */
    public List<HistoryEntry> entries() {
        var entries = new ArrayList<HistoryEntry>();
        if (!Files.exists(file)) {
            return entries;
        }
        var lines = new NamedFile("history", file, WANTED).text().lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            try {
                if (!line.isEmpty()) {
                    entries.add(HistoryEntry.of(Json.read(line.getBytes(StandardCharsets.UTF_8))));
                }
            } catch (IOException | IllegalArgumentException e) {
                if (!isCut(line, e)) {
                    throw wrong("its line " + (i + 1) + " is no run of check or drift", e);
                }
            }
        }
        return entries;
    }

    /** A run that was killed as it wrote left the beginning of its line. */
    private static boolean isCut(String line, Exception failure) {
        return failure instanceof IOException
                && (line.startsWith(HistoryEntry.BEGINNING) || HistoryEntry.BEGINNING.startsWith(line));
    }

    /**
     * Adds a run.
     *
     * @throws IllegalArgumentException if the file cannot be written
     */
    public void append(HistoryEntry entry) {
        synchronized (THIS_PROCESS) {
            var isNew = !Files.exists(file);
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("its lock was lost");
                }
                write(channel, entry.line());
                if (isNew) {
                    openToReaders();
                }
            } catch (IOException e) {
                throw wrong(reason(e), e);
            }
        }
    }

    /** As one write, behind whatever is there; an unfinished line is ended first. */
    private static void write(FileChannel channel, String line) throws IOException {
        var end = channel.size();
        var last = ByteBuffer.allocate(1);
        var isCut = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        var bytes = ByteBuffer.wrap(((isCut ? "\n" : "") + line + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes, end + bytes.position());
        }
        channel.force(true);
    }

    /** As all reports: whoever collects them may be another user. */
    private void openToReaders() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.isRegularFile(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission to write it";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("history cannot be \"" + file + "\": " + why + "; give " + WANTED);
    }

    private IllegalArgumentException wrong(String why, Exception cause) {
        var failure = wrong(why);
        failure.initCause(cause);
        return failure;
    }
}
