package dev.venicesim.certify;

import dev.venicesim.contract.report.Markup;
import dev.venicesim.suite.TestSuite.Ending;
import java.util.List;

/** A certificate as one self-contained page: the grade, the dollars, and every trial. */
public final class CertificatePage {

    private CertificatePage() {}

    public static String of(Certificate certificate) {
        var body = new StringBuilder("<p><b>")
                .append(Markup.escaped(certificate.headline()))
                .append(".</b></p>\n");
        body.append(Markup.tiles(List.of(
                new Markup.Tile("agrees", certificate.count(Ending.PASSED), "pass"),
                new Markup.Tile("notable", certificate.count(Ending.FAILED), "fail"),
                new Markup.Tile("differs", certificate.count(Ending.TIMED_OUT), "do not end"))));
        body.append("<p class=\"dim\">Outside of the scenario “happy” a suite may fail: giving up can be right. What"
                + " counts is what it did before.</p>\n");
        body.append("<table><thead><tr><th>Edition, scenario</th><th>Grade</th><th>Suite</th><th>Findings</th></tr>"
                + "</thead><tbody>\n");
        certificate.trials().forEach(trial -> body.append(row(trial)));
        return Markup.page(
                "Venice client certificate: " + certificate.grade(),
                body.append("</tbody></table>\n").toString());
    }

    private static String row(Trial trial) {
        var findings = new StringBuilder();
        trial.blamed()
                .forEach(finding -> findings.append("<div>")
                        .append(Markup.escaped(finding.line()))
                        .append("</div>"));
        return "<tr><td><code>" + Markup.escaped(trial.name()) + "</code></td><td class=\""
                + (trial.grade().isPass() ? "agrees" : "differs") + "\">" + trial.grade() + "</td><td>"
                + Certificate.ending(trial) + "</td><td>" + findings + "</td></tr>\n";
    }
}
