package dev.venicesim.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates as another implementation of X.509, the JDK's, reads and judges them. */
class CertificateAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final CertificateAuthority authority = CertificateAuthority.create(NOW);

    @Test
    void theJdkFindsAWayFromAServerToTheAuthority() throws Exception {
        var issued = authority.issue(List.of("sim.example", "localhost", "127.0.0.1", "::1"), NOW);
        var path = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(issued.chain().get(0)));
        var judged = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        judged.setRevocationEnabled(false);
        judged.setDate(Date.from(NOW));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, judged)).isNotNull();
        var stranger = new PKIXParameters(
                Set.of(new TrustAnchor(CertificateAuthority.create(NOW).certificate(), null)));
        stranger.setRevocationEnabled(false);
        assertThatThrownBy(() -> CertPathValidator.getInstance("PKIX").validate(path, stranger))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void aServerIsForItsNamesAndSignsNoOthers() throws Exception {
        var server = authority
                .issue(List.of("sim.example", "127.0.0.1"), NOW)
                .chain()
                .get(0);
        assertThat(HostNaming.of(server)).containsExactly("sim.example", "127.0.0.1");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(authority.certificate().getBasicConstraints()).isZero();
        assertThat(authority.certificate().getSerialNumber()).isNotEqualTo(server.getSerialNumber());
    }

    @Test
    void isValidFromADayAgoForAsLongAsEveryClientTakesIt() throws CertificateException {
        var server = authority.issue(List.of("localhost"), NOW).chain().get(0);
        server.checkValidity(Date.from(Instant.parse("2026-11-28T12:00:00Z")));
        server.checkValidity(Date.from(Instant.parse("2027-12-30T12:00:00Z")));
        assertThatThrownBy(() -> server.checkValidity(Date.from(Instant.parse("2027-12-30T12:00:01Z"))))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void isReadAgainFromItsFile() {
        var pem = CertificateAuthority.pem(authority.certificate());
        assertThat(CertificateAuthority.fromPem(pem)).isEqualTo(authority.certificate());
        assertThat(pem.lines()).first().isEqualTo("-----BEGIN CERTIFICATE-----");
        assertThatThrownBy(() -> CertificateAuthority.fromPem("no certificate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it holds no certificate in PEM");
    }

    @ParameterizedTest
    @CsvSource({
        "api.venice.ai, api.venice.ai, true",
        "api.venice.ai, API.Venice.AI, true",
        "*.venice.ai, api.venice.ai, true",
        "*.venice.ai, venice.ai, false",
        "*.venice.ai, a.b.venice.ai, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "999.0.0.1, 998.0.0.1, false",
        "localhost, 127.0.0.1, false",
    })
    void aNameStandsForAHost(String name, String host, boolean covers) {
        assertThat(HostNaming.covers(List.of(name), host)).isEqualTo(covers);
    }
}
