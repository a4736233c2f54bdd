package dev.venicesim.consent;

import java.util.ServiceLoader;

/**
 * Detector of faces. The default one believes what it is told; one that looks at pictures is found through
 * {@link ServiceLoader} and adds to what the default says. An implementation is called by many threads at once, on
 * requests to models that ask for consent only.
 */
public interface FaceDetector {

    /** What is in a medium; the same answer for the same medium each time. */
    Faces detect(ConsentMedium medium);

    /** The default, together with every detector on the class path. */
    static FaceDetector installed() {
        FaceDetector all = new LabelledFaces();
        for (var found : ServiceLoader.load(FaceDetector.class)) {
            all = all.and(found);
        }
        return all;
    }

    /** What this one or another finds. */
    default FaceDetector and(FaceDetector other) {
        return medium -> detect(medium).or(other.detect(medium));
    }
}
