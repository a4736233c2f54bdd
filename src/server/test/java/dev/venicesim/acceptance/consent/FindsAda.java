package dev.venicesim.acceptance.consent;

import dev.venicesim.consent.ConsentMedium;
import dev.venicesim.consent.FaceDetector;
import dev.venicesim.consent.Faces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A detector of the test class path that looks at bytes: it knows Ada by a signature no other test draws. */
public final class FindsAda implements FaceDetector {

    static final String SIGNATURE = "a portrait of Ada";

    @Override
    public Faces detect(ConsentMedium medium) {
        try {
            var bytes = medium.bytes().open();
            return bytes.isPresent() && holdsAda(bytes.get().readAllBytes()) ? new Faces(1, false, false) : Faces.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsAda(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(SIGNATURE);
    }
}
