package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Kind of a model: what it makes a video from. Finer than the wire's {@code model_type}, which knows three kinds. */
public enum ModelKind {
    TEXT_TO_VIDEO("text-to-video"),
    IMAGE_TO_VIDEO("image-to-video"),
    FIRST_LAST_FRAME("first-last-frame"),
    TRANSITION("transition"),
    REFERENCE_TO_VIDEO("reference-to-video"),
    VIDEO_TO_VIDEO("video-to-video"),
    MOTION_CONTROL("motion-control"),
    UPSCALE("upscale");

    private final String label;

    ModelKind(String label) {
        this.label = label;
    }

    /** The name the data files use. */
    String label() {
        return label;
    }

    static Optional<ModelKind> find(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
