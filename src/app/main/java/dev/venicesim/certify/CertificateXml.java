package dev.venicesim.certify;

import dev.venicesim.contract.report.Markup;
import dev.venicesim.journal.finding.ClientFinding;
import java.util.stream.Collectors;

/** A certificate as the XML that build servers read as JUnit's: a trial that would not pass is a failure. */
public final class CertificateXml {

    private CertificateXml() {}

    public static String of(Certificate certificate) {
        var failures = certificate.trials().stream()
                .filter(trial -> !trial.grade().isPass())
                .count();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        xml.append("<testsuite name=\"venice certify\" tests=\"")
                .append(certificate.trials().size())
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
        certificate.trials().forEach(trial -> xml.append(testcase(trial)));
        return xml.append("</testsuite>\n</testsuites>\n").toString();
    }

    private static String testcase(Trial trial) {
        var head = "  <testcase classname=\"venice.certify." + Markup.escaped(trial.edition()) + "\" name=\""
                + Markup.escaped(trial.scenario()) + "\" time=\"0\"";
        if (trial.grade().isPass()) {
            return head + "/>\n";
        }
        var lines = trial.blamed().stream().map(ClientFinding::line).collect(Collectors.joining("\n"));
        return head + "><failure type=\"grade\" message=\""
                + Markup.escaped("grade " + trial.grade() + ": " + trial.grade().says()) + "\">"
                + Markup.escaped(lines) + "</failure></testcase>\n";
    }
}
