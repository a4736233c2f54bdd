package dev.venicesim.tls;

import dev.venicesim.crypto.CertificateAuthority.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** PKCS12 file that a user names; what is wrong with it is one line that names setting, value and fix. */
final class KeyStoreFile {

    private static final String WANTED = "give generated, or a PKCS12 file with a private key and its certificate, as"
            + " openssl pkcs12 -export makes one";

    private final TlsSettings settings;
    private final Path path;

    KeyStoreFile(TlsSettings settings) {
        this.settings = settings;
        this.path = Path.of(settings.source());
    }

    /** The first private key in it, with its certificates. */
    Issued read() {
        if (!Files.isRegularFile(path)) {
            throw wrong(Files.isDirectory(path) ? "it is a directory" : "there is no such file", null);
        }
        var password = settings.password().orElse("").toCharArray();
        try {
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(path)) {
                store.load(in, password);
            }
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return new Issued(
                            key,
                            Arrays.stream(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? locked(e) : wrong("it is no PKCS12 file", e);
        } catch (UnrecoverableKeyException e) {
            throw locked(e);
        } catch (GeneralSecurityException e) {
            throw wrong("it cannot be used (" + e.getMessage() + ")", e);
        }
        throw wrong("it holds no private key", null);
    }

    private IllegalArgumentException wrong(String why, @Nullable Exception cause) {
        return new IllegalArgumentException("tls cannot be \"" + path + "\": " + why + "; " + WANTED, cause);
    }

    private IllegalArgumentException locked(Exception cause) {
        return new IllegalArgumentException(
                "tls-password cannot be \""
                        + settings.password().map(given -> "(hidden)").orElse("(none)") + "\": it does not open " + path
                        + "; give that file's password",
                cause);
    }
}
