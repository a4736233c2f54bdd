package dev.venicesim.consent;

/** The default detector: what the name of a URL says, and markers in a medium's metadata. */
public final class LabelledFaces implements FaceDetector {

    @Override
    public Faces detect(ConsentMedium medium) {
        return FaceMarkers.read(medium.texts()).or(Faces.of(medium.labels()));
    }
}
