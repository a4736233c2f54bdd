package dev.venicesim.crypto;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Authority that signs certificates of servers. Its key is in memory alone and gone with the process, so nobody signs
 * anything with it later.
 */
public final class CertificateAuthority {

    private static final String NEEDED_FOR = "A generated certificate";
    private static final String NAME = "CN=Venice video simulator CA, O=made for this run";

    /** Clients whose clocks are behind take it too. */
    private static final Duration EARLIER = Duration.ofDays(1);

    /** Some clients take nothing that is valid for more than 398 days. */
    private static final Duration VALID = Duration.ofDays(397);

    private static final int PEM_LINE = 64;

    private final KeyPair keys;
    private final X509Certificate certificate;

    /**
     * What a server shows, and proves with.
     *
     * @param key its private key
     * @param chain its certificate, then the authority's
     */
    public record Issued(PrivateKey key, List<X509Certificate> chain) {

        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Issued(" + chain.get(0).getSubjectX500Principal() + ")";
        }
    }

    private CertificateAuthority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /**
     * A new one.
     *
     * @throws MissingLibraryException without Bouncy Castle on the class path
     */
    public static CertificateAuthority create(Instant now) {
        var keys = keyPair();
        return new CertificateAuthority(keys, certificate(NAME, keys, keys, List.of(), now));
    }

    /** What clients have to trust. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A new key, and a certificate for these names and addresses. */
    public Issued issue(List<String> names, Instant now) {
        var subject = keyPair();
        var issued = certificate("CN=Venice video simulator", subject, keys, names, now);
        return new Issued(subject.getPrivate(), List.of(issued, certificate));
    }

    /** A certificate as clients and tools read it from a file. */
    public static String pem(X509Certificate certificate) {
        try {
            var lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n"
                    + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /**
     * The certificate in a file's text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static X509Certificate fromPem(String text) {
        try {
            return certificate(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it holds no certificate in PEM", e);
        }
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK makes no keys of P-256", e);
        }
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, KeyPair issuer, List<String> names, Instant now) {
        var der = BouncyCastle.with(
                NEEDED_FOR,
                () -> BouncyX509.signed(
                        new BouncyX509.Content(
                                subject,
                                keys.getPublic().getEncoded(),
                                NAME,
                                issuer.getPublic().getEncoded(),
                                now.minus(EARLIER),
                                now.minus(EARLIER).plus(VALID),
                                names),
                        issuer.getPrivate()));
        try {
            return certificate(der);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was made cannot be read", e);
        }
    }

    private static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
