package dev.venicesim.consent;

/** The default detector: labels that came with the medium, and markers in its metadata. */
public final class LabelledFaces implements FaceDetector {

    @Override
    public Faces detect(Medium medium) {
        var faces = FaceMarkers.read(medium.texts());
        for (var label : medium.labels()) {
            faces = faces.or(Faces.of(label, 1));
        }
        return faces;
    }
}
