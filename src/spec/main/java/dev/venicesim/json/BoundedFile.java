package dev.venicesim.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reader of a file that a user names, which may be a device that never ends. */
public final class BoundedFile {

    private static final int MOST =
            (int) Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private BoundedFile() {}

    /**
     * All its bytes.
     *
     * @throws FileSystemException with a reason if they are more than an eighth of the memory, or than 64 MB
     */
    public static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new FileSystemException(
                        file.toString(), null, "it has more than " + MOST + " bytes, or never ends");
            }
            return bytes;
        }
    }

    /**
     * Its text.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    public static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file)))
                .toString();
    }
}
