package dev.venicesim.consent;

import java.util.Set;

/**
 * Faces that a detector found in one medium.
 *
 * @param count faces; 0 for none
 * @param minor whether one is a minor's
 * @param publicFigure whether one is a public figure's
 */
public record Faces(int count, boolean minor, boolean publicFigure) {

    public static final Faces NONE = new Faces(0, false, false);

    public Faces {
        if (count < 0 || (count == 0 && (minor || publicFigure))) {
            throw new IllegalArgumentException("a minor or public figure has a face; count is " + count);
        }
    }

    /** One or more faces of the kind a label says. */
    public static Faces of(FaceLabel label, int count) {
        return count == 0 ? NONE : new Faces(count, label == FaceLabel.MINOR, label == FaceLabel.PUBLIC_FIGURE);
    }

    /** One face of each kind the labels say; nobody if there are none. */
    public static Faces of(Set<FaceLabel> labels) {
        var faces = NONE;
        for (var label : labels) {
            faces = faces.or(of(label, 1));
        }
        return faces;
    }

    public boolean found() {
        return count > 0;
    }

    /** What two sources say about the same medium: the larger count, either's labels. */
    public Faces or(Faces other) {
        return new Faces(Math.max(count, other.count), minor || other.minor, publicFigure || other.publicFigure);
    }
}
