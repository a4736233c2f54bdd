package dev.venicesim.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server proves to be itself.
 *
 * @param source {@code generated}, or the path of a PKCS12 file
 * @param password what opens the file; an empty one where absent
 * @param caFile where the certificate of the authority is written that signed a generated one
 */
public record TlsSettings(String source, Optional<String> password, Optional<Path> caFile) {

    /** The source that is no file. */
    public static final String GENERATED = "generated";

    public boolean isGenerated() {
        return source.equals(GENERATED);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "TlsSettings(" + source + ")";
    }
}
