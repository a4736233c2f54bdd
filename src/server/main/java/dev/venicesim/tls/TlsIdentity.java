package dev.venicesim.tls;

import dev.venicesim.crypto.CertificateAuthority;
import dev.venicesim.crypto.CertificateAuthority.Issued;
import dev.venicesim.crypto.HostNaming;
import dev.venicesim.crypto.MissingLibraryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Identity of a server: the key and the certificate that it shows to clients. */
public final class TlsIdentity {

    /** Of a key store that never leaves the memory. */
    private static final char[] NO_PASSWORD = new char[0];

    private final Issued issued;
    private final Optional<Path> caFile;

    private TlsIdentity(Issued issued, Optional<Path> caFile) {
        this.issued = issued;
        this.caFile = caFile;
    }

    /**
     * The identity that settings ask for; the authority's certificate is written where they say.
     *
     * @throws IllegalArgumentException naming setting, value and fix
     */
    public static TlsIdentity of(TlsSettings settings, ServedNames names, Instant now) {
        return settings.isGenerated() ? generated(settings, names, now) : read(settings, names, now);
    }

    /** The identity in a file, whatever it is called by. */
    public static TlsIdentity ofFile(TlsSettings settings) {
        return new TlsIdentity(new KeyStoreFile(settings).read(), Optional.empty());
    }

    private static TlsIdentity generated(TlsSettings settings, ServedNames names, Instant now) {
        CertificateAuthority authority;
        try {
            authority = CertificateAuthority.create(now);
        } catch (MissingLibraryException e) {
            throw new IllegalArgumentException("tls cannot be \"generated\": " + e.remedy(), e);
        }
        settings.caFile().ifPresent(file -> write(file, authority.certificate()));
        return new TlsIdentity(
                authority.issue(names.all(), now), settings.caFile().map(Path::toAbsolutePath));
    }

    private static void write(Path file, X509Certificate certificate) {
        try {
            Files.writeString(file, CertificateAuthority.pem(certificate), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "tls-ca cannot be \"" + file + "\": it cannot be written ("
                            + e.getClass().getSimpleName() + "); give a file in a folder that can be written",
                    e);
        }
    }

    private static TlsIdentity read(TlsSettings settings, ServedNames names, Instant now) {
        var found = ofFile(settings);
        var certificate = found.certificate();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw refused(
                    settings,
                    "its certificate has expired on "
                            + certificate.getNotAfter().toInstant(),
                    "give one that is valid");
        }
        var own = HostNaming.of(certificate);
        var called = names.given();
        if (!called.isEmpty() && called.stream().noneMatch(name -> HostNaming.covers(own, name))) {
            throw refused(
                    settings,
                    "its certificate is for " + (own.isEmpty() ? "no host" : String.join(", ", own))
                            + ", and clients call " + String.join(" or ", called),
                    "give a certificate for that host, or the host they call as public-url");
        }
        return found;
    }

    private static IllegalArgumentException refused(TlsSettings settings, String why, String fix) {
        return new IllegalArgumentException("tls cannot be \"" + settings.source() + "\": " + why + "; " + fix);
    }

    private X509Certificate certificate() {
        return issued.chain().get(0);
    }

    /** The file that clients can take the authority from. */
    public Optional<Path> caFile() {
        return caFile;
    }

    /** What the server encrypts with. */
    public SSLContext context() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "venice-sim", issued.key(), NO_PASSWORD, issued.chain().toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK cannot serve with this key and certificate", e);
        }
    }

    /** What a client trusts this server with, as if its certificates stood in the client's list of authorities. */
    public SSLContext trust() {
        return Trust.in(issued.chain());
    }

    /** What trusts this server alone, by whatever name it is called; for calls of the server to itself. */
    public SSLContext pinned() {
        return Trust.pinned(certificate());
    }

    /** As {@link #pinned}, and whom Java trusts by itself; for calls of a client. */
    public SSLContext alsoPinned() {
        return Trust.alsoPinned(certificate());
    }

    /** As {@link #trusting}, and whom Java trusts by itself. */
    public static SSLContext alsoTrusting(X509Certificate authority) {
        return Trust.alsoIn(List.of(authority));
    }

    /** What trusts servers with a certificate of these authorities. */
    public static SSLContext trusting(X509Certificate authority) {
        return Trust.in(List.of(authority));
    }
}
