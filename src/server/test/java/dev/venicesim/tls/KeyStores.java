package dev.venicesim.tls;

import dev.venicesim.crypto.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** PKCS12 files as users have them. */
final class KeyStores {

    static final String PASSWORD = "gondola";

    private KeyStores() {}

    /** With a key and a certificate for some names. */
    static Path of(Path file, Instant now, String... names) throws GeneralSecurityException, IOException {
        var issued = CertificateAuthority.create(now).issue(List.of(names), now);
        var store = empty();
        store.setKeyEntry(
                "server", issued.key(), PASSWORD.toCharArray(), issued.chain().toArray(X509Certificate[]::new));
        return saved(store, file);
    }

    /** With a certificate alone. */
    static Path withoutKey(Path file, Instant now) throws GeneralSecurityException, IOException {
        var store = empty();
        store.setCertificateEntry("ca", CertificateAuthority.create(now).certificate());
        return saved(store, file);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Path saved(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
