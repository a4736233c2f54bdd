package dev.venicesim.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** Failures to open a file, in words for who chose it. */
final class SqliteFailures {

    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int IO = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    /** Extended codes have the plain one in their lowest byte. */
    private static final int PLAIN = 0xff;

    private final Path path;

    SqliteFailures(Path path) {
        this.path = path;
    }

    CannotOpenStoreException noDriver(NoClassDefFoundError cause) {
        return new CannotOpenStoreException(
                value(),
                "SQLite's driver is not on the class path; add org.xerial:sqlite-jdbc, or leave the store at memory",
                cause);
    }

    CannotOpenStoreException make(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new CannotOpenStoreException(
                    value(), "its folder does not exist; make the folder, or give another file", cause);
        }
        return new CannotOpenStoreException(
                value(),
                cause instanceof AccessDeniedException
                        ? "its folder cannot be written by this user; give it to the user, or give another file"
                        : "it cannot be made there (" + cause.getMessage() + "); give a file that can be written",
                cause);
    }

    void checkRegular() {
        if (!Files.isRegularFile(path)) {
            throw new CannotOpenStoreException(value(), "it is no file; give the path of a file");
        }
    }

    void checkOurs(boolean ours, int version) {
        if (!ours) {
            throw new CannotOpenStoreException(
                    value(), "it is a database of another program; give a file of its own to the simulator");
        }
        if (version > SqliteFile.VERSION) {
            throw new CannotOpenStoreException(
                    value(),
                    "it was written by a later version of the simulator (format " + version + ", this one reads "
                            + SqliteFile.VERSION + "); run that version, or give another file");
        }
    }

    CannotOpenStoreException open(SQLException cause) {
        return new CannotOpenStoreException(value(), says(cause), cause);
    }

    private String says(SQLException cause) {
        return switch (cause.getErrorCode() & PLAIN) {
            case BUSY -> "another process has it open, and only one may; stop that one, or give another file";
            case READ_ONLY ->
                "it cannot be written; make the file and its folder writable for this user, or give another file";
            case CANNOT_OPEN -> "it cannot be opened; make the file and its folder readable and writable for this user";
            case CORRUPT -> "it is damaged; give a copy of it that is whole, or another file";
            case FULL -> "the disk is full; make room, or give a file on another disk";
            case IO -> "the disk refuses to read or write it (" + cause.getMessage() + "); give a file on another disk";
            case NOT_A_DATABASE -> "it is no store of the simulator; give another file";
            default -> other(cause);
        };
    }

    /** The driver's own troubles have no code of SQLite's. */
    private static String other(SQLException cause) {
        var text = cause.getMessage() + " " + cause.getCause();
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("native library") || lower.contains("unsatisfiedlink")) {
            return "SQLite's native library cannot be loaded (" + cause.getMessage()
                    + "); the runnable jar has those of Linux, and -Dorg.sqlite.lib.path names the folder of another";
        }
        return "it cannot be opened (" + cause.getMessage() + "); give another file";
    }

    private String value() {
        return "file:" + path;
    }
}
