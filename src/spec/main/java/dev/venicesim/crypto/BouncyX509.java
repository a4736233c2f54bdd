package dev.venicesim.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** X.509 certificates by Bouncy Castle's ASN.1; the JDK makes the keys and the signatures. */
final class BouncyX509 {

    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final int KEY_ID_BYTES = 20;
    private static final int SERIAL_BYTES = 16;

    private BouncyX509() {}

    /**
     * What a certificate says.
     *
     * @param subject whose it is, as a distinguished name
     * @param key the subject's public key, as the JDK encodes it
     * @param issuer who signs it
     * @param issuerKey the issuer's public key, likewise
     * @param from when it begins to be valid
     * @param until when it ends
     * @param names hosts it is for; none makes it the certificate of an authority
     */
    record Content(
            String subject,
            byte[] key,
            String issuer,
            byte[] issuerKey,
            Instant from,
            Instant until,
            List<String> names) {}

    /** The certificate in DER. */
    static byte[] signed(Content content, PrivateKey issuer) {
        try {
            var toSign = toSign(content);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(issuer);
            signature.update(toSign.getEncoded("DER"));
            return new DERSequence(new ASN1Encodable[] {toSign, ALGORITHM, new DERBitString(signature.sign())})
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not sign with P-256", e);
        }
    }

    private static TBSCertificate toSign(Content content) throws IOException {
        var made = new V3TBSCertificateGenerator();
        // no two keys have the same hash
        made.setSerialNumber(new ASN1Integer(
                new BigInteger(1, Arrays.copyOf(Sha256.digest().digest(content.key()), SERIAL_BYTES))));
        made.setSignature(ALGORITHM);
        made.setIssuer(new X500Name(content.issuer()));
        made.setSubject(new X500Name(content.subject()));
        made.setStartDate(new Time(Date.from(content.from()), Locale.ROOT));
        made.setEndDate(new Time(Date.from(content.until()), Locale.ROOT));
        made.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(content.key()));
        var extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(content.key())));
        extensions.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(content.issuerKey())));
        if (content.names().isEmpty()) {
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } else {
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            extensions.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            extensions.addExtension(Extension.subjectAlternativeName, false, alternatives(content.names()));
        }
        made.setExtensions(extensions.generate());
        return made.generateTBSCertificate();
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name ->
                        new GeneralName(HostNaming.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static byte[] keyId(byte[] key) {
        return Arrays.copyOf(Sha256.digest().digest(key), KEY_ID_BYTES);
    }
}
