package dev.venicesim.consent;

import java.util.Arrays;
import java.util.Optional;

/** Label for the people in a medium: what is known about them. */
public enum FaceLabel {
    FACE("face"),
    /** Somebody under age; a face too. */
    MINOR("minor"),
    /** Somebody anyone would recognise; a face too. */
    PUBLIC_FIGURE("public_figure");

    private final String label;

    FaceLabel(String label) {
        this.label = label;
    }

    /** The name used in the control API and in markers. */
    public String label() {
        return label;
    }

    public static Optional<FaceLabel> find(String label) {
        return Arrays.stream(values())
                .filter(known -> known.label.equals(label))
                .findFirst();
    }
}
