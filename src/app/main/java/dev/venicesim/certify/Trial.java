package dev.venicesim.certify;

import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.journal.finding.Severity;
import dev.venicesim.money.Usd;
import dev.venicesim.suite.TestSuite.Ending;
import java.util.List;

/**
 * Trial of a client in one scenario of one edition.
 *
 * @param ending how its suite ended; judged only where nothing goes wrong, since giving up may be the right thing
 */
record Trial(String edition, String scenario, Ending ending, List<ClientFinding> findings) {

    /** The scenario in which nothing goes wrong. */
    static final String HAPPY = "happy";

    String name() {
        return edition + "/" + scenario;
    }

    Grade grade() {
        var grade = findings.stream().map(Trial::grade).reduce(Grade.A, Grade::orWorse);
        if (scenario.equals(HAPPY) && ending != Ending.PASSED) {
            return Grade.F;
        }
        return ending == Ending.TIMED_OUT ? grade.orWorse(Grade.C) : grade;
    }

    /** What its errors and warnings would have cost in production. */
    Usd cost() {
        return blamed().stream().map(ClientFinding::cost).reduce(Usd.ZERO, Usd::plus);
    }

    /** Its findings without those that only explain. */
    List<ClientFinding> blamed() {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    private static Grade grade(ClientFinding finding) {
        return switch (finding.severity()) {
            case INFO -> Grade.A;
            case WARNING -> Grade.B;
            case ERROR -> finding.cost().isZero() ? Grade.C : Grade.D;
        };
    }
}
