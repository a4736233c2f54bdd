package dev.venicesim.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.journal.finding.Severity;
import dev.venicesim.money.Usd;
import dev.venicesim.suite.TestSuite.Ending;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grade is the worst thing that was done; the dollars are those of errors and warnings. */
class CertificateTest {

    private static final String HOSTILE = "<script>alert(1)</script>";

    private static Trial trial(String scenario, Ending ending, ClientFinding... findings) {
        return new Trial("2026-06-17", scenario, ending, List.of(findings));
    }

    private static ClientFinding finding(Severity severity, long cents) {
        return new ClientFinding("paid-twice", severity, Usd.ofCents(cents), HOSTILE, List.of(1L), "docs/api/queue.md");
    }

    @ParameterizedTest
    @CsvSource({"INFO,55,A", "WARNING,0,B", "ERROR,0,C", "ERROR,55,D"})
    void aFindingSetsTheGrade(Severity severity, long cents, Grade grade) {
        var certificate = new Certificate(
                List.of(trial("happy", Ending.PASSED), trial("slow", Ending.FAILED, finding(severity, cents))));

        assertThat(certificate.grade()).isEqualTo(grade);
        assertThat(certificate.cost()).isEqualTo(severity == Severity.INFO ? Usd.ZERO : Usd.ofCents(cents));
    }

    @Test
    void dollarsAddUpOverTrials() {
        var certificate = new Certificate(List.of(
                trial("slow", Ending.PASSED, finding(Severity.ERROR, 55)),
                trial("stuck-job", Ending.PASSED, finding(Severity.ERROR, 70), finding(Severity.WARNING, 0))));

        assertThat(certificate.headline()).isEqualTo("grade D: errors that cost money; 1.25 USD lost in 2 trials");
        assertThat(certificate.json().path("usd").decimalValue()).isEqualByComparingTo("1.25");
        assertThat(certificate.json().at("/trials/1/findings")).hasSize(2);
    }

    @Test
    void whatAFindingSaysIsTextInEveryReport() throws Exception {
        var certificate = new Certificate(List.of(trial("slow", Ending.PASSED, finding(Severity.ERROR, 55))));

        assertThat(CertificatePage.of(certificate)).doesNotContain(HOSTILE).contains("&lt;script&gt;", "1</b> pass");
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(CertificateXml.of(certificate).getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).contains(HOSTILE, "0.55 USD");
        assertThat(xml.getDocumentElement()
                        .getFirstChild()
                        .getNextSibling()
                        .getAttributes()
                        .getNamedItem("failures")
                        .getNodeValue())
                .isEqualTo("1");
    }
}
