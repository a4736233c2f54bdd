package dev.venicesim.consent;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a medium, if the simulator has them; read only by detectors that look at pictures. */
@FunctionalInterface
public interface MediaBytes {

    /** Bytes that were never sent, only named by a URL. */
    MediaBytes UNKNOWN = Optional::empty;

    /**
     * A new stream over the bytes, or nothing if they are unknown.
     *
     * @throws IOException if they cannot be read
     */
    Optional<InputStream> open() throws IOException;
}
