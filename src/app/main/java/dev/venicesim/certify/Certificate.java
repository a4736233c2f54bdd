package dev.venicesim.certify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.suite.TestSuite.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Certificate of a client: its grade, the dollars on top, and the trials that show why.
 *
 * @param trials one for each scenario of each edition
 */
public record Certificate(List<Trial> trials) {

    /** The worst grade of all trials. */
    public Grade grade() {
        return trials.stream().map(Trial::grade).reduce(Grade.A, Grade::orWorse);
    }

    /** What the errors and warnings would have cost in production. */
    public Usd cost() {
        return trials.stream().map(Trial::cost).reduce(Usd.ZERO, Usd::plus);
    }

    /** The grade in one line. */
    public String headline() {
        return "grade " + grade() + ": " + grade().says() + "; " + cost() + " USD lost in " + trials.size()
                + (trials.size() == 1 ? " trial" : " trials");
    }

    /** A trial in one line, and one more for each thing that it shows. */
    static List<String> lines(Trial trial) {
        var lines = new ArrayList<String>();
        lines.add("%s  %-10s  %-28s  %s".formatted(trial.grade(), trial.edition(), trial.scenario(), ending(trial)));
        trial.blamed().forEach(finding -> lines.add("   " + finding.line()));
        return lines;
    }

    static String ending(Trial trial) {
        return switch (trial.ending()) {
            case PASSED -> "passes";
            case FAILED -> "fails";
            case TIMED_OUT -> "does not end";
        };
    }

    /** All of it; findings that only explain are in it too. */
    public ObjectNode json() {
        var json = Json.object()
                .put("grade", grade().name())
                .put("says", grade().says())
                .put("usd", cost().number());
        var list = json.putArray("trials");
        for (var trial : trials) {
            var entry = list.addObject()
                    .put("edition", trial.edition())
                    .put("scenario", trial.scenario())
                    .put("grade", trial.grade().name())
                    .put("ending", trial.ending().name().toLowerCase(Locale.ROOT))
                    .put("usd", trial.cost().number());
            var findings = entry.putArray("findings");
            trial.findings()
                    .forEach(finding -> findings.addObject()
                            .put("rule", finding.rule())
                            .put("severity", finding.severity().label())
                            .put("costUsd", finding.cost().number())
                            .put("says", finding.says())
                            .put("docs", finding.docs()));
        }
        return json;
    }

    long count(Ending ending) {
        return trials.stream().filter(trial -> trial.ending() == ending).count();
    }
}
