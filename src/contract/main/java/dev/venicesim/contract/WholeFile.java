package dev.venicesim.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writer of files that are there whole or not at all: written beside their place first, then moved there. */
public final class WholeFile {

    /** A file that could not be written; nothing of it is left. */
    public static final class CannotWriteException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotWriteException(Path file, IOException cause) {
            super(file + " cannot be written: " + reason(cause) + "; give a path with room and permission", cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }

        private static String reason(IOException cause) {
            if (cause instanceof AccessDeniedException) {
                return "no permission";
            }
            if (cause instanceof FileAlreadyExistsException || cause instanceof DirectoryNotEmptyException) {
                return cause.getMessage() + " is in the way";
            }
            if (cause instanceof FileSystemException failure && failure.getReason() != null) {
                return failure.getReason();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    /** Step that says who may read a file, before it is in its place. */
    @FunctionalInterface
    private interface Access {
        void give(Path part) throws IOException;
    }

    private WholeFile() {}

    /**
     * Makes sure, before anything is paid for, that the folder of a file is there and takes files.
     *
     * @throws CannotWriteException if it does not
     */
    public static void prepareFor(Path file) {
        if (!isDevice(file)) {
            prepare(folderOf(file.toAbsolutePath()));
        }
    }

    /**
     * Makes sure, before anything is paid for, that a folder is there and takes files.
     *
     * @throws CannotWriteException if it does not
     */
    public static void prepare(Path folder) {
        try {
            var whole = folder.toAbsolutePath();
            folder(whole);
            var probe = Files.createTempFile(whole, ".venice-sim", ".part");
            try {
                Files.write(probe, new byte[] {1});
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new CannotWriteException(folder, e);
        }
    }

    /** The folder of a file; the root's is itself. */
    private static Path folderOf(Path whole) {
        var parent = whole.getParent();
        return parent == null ? whole : parent;
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** A temporary file is its owner's alone; whoever collects reports may be another user. */
    private static void openToReaders(Path part) throws IOException {
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** A terminal, a pipe or {@code /dev/full}, which are written to as they are, never replaced. */
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a report, which whoever collects reports may read. */
    public static void write(Path file, byte[] bytes) {
        write(file, bytes, WholeFile::openToReaders);
    }

    /** Writes what nobody but the owner of the file may read. */
    public static void writeForOwner(Path file, byte[] bytes) {
        write(file, bytes, part -> {});
    }

    private static void write(Path file, byte[] bytes, Access access) {
        var whole = file.toAbsolutePath();
        try {
            if (isDevice(whole)) {
                Files.write(whole, bytes);
                return;
            }
            var folder = folderOf(whole);
            folder(folder);
            var part = Files.createTempFile(folder, ".venice-sim", ".part");
            try {
                Files.write(part, bytes);
                access.give(part);
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CannotWriteException(file, e);
        }
    }
}
