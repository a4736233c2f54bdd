package dev.venicesim.kit.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: beside their place first, then moved there. */
public final class WholeFile {

    /** A file that could not be written; nothing of it is left. */
    public static final class CannotWriteException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotWriteException(Path file, IOException cause) {
            super(
                    file + " cannot be written: " + reason(cause)
                            + "; give a path that exists, with room and permission",
                    cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }

        private static String reason(IOException cause) {
            return cause.getClass().getSimpleName() + " " + cause.getMessage();
        }
    }

    private WholeFile() {}

    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] bytes) {
        var whole = file.toAbsolutePath();
        try {
            Files.createDirectories(whole.getParent());
            var part = Files.createTempFile(whole.getParent(), ".venice-sim", ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CannotWriteException(file, e);
        }
    }
}
