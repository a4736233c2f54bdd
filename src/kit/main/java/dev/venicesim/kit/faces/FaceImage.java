package dev.venicesim.kit.faces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * Drawn images of 512x512 pixels, PNG, a few kilobytes each, whose metadata tell the simulator whether they hold a
 * face. Each is also a class path resource beside this class.
 */
public enum FaceImage {
    NO_FACE("no-face.png"),
    FACE("face.png"),
    OTHER_FACE("other-face.png");

    private final String resource;

    FaceImage(String resource) {
        this.resource = resource;
    }

    /** The file's bytes, a new array each time. */
    public byte[] bytes() {
        try (var in = FaceImage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path has " + FaceImage.class + " without its " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The image as the API takes it in a request: {@code data:image/png;base64,...}. */
    public String dataUrl() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes());
    }
}
