package dev.venicesim.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The pictures that the kit gives to test suites as {@code FacePicture}, read from its sources. */
public enum FacePicture {
    NO_FACE("no-face.png"),
    FACE("face.png"),
    OTHER_FACE("other-face.png");

    static final Path FOLDER = Path.of("src/kit/main/resources/dev/venicesim/kit/faces");

    private final String file;

    FacePicture(String file) {
        this.file = file;
    }

    public byte[] bytes() {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String dataUrl() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes());
    }
}
