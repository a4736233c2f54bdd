package dev.venicesim.contract.report;

import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.CheckResult;
import java.util.List;
import java.util.Map;

/** Texts that reports share: what they call things. */
final class ReportTexts {

    private ReportTexts() {}

    static String verdict(CheckResult result) {
        if (result instanceof CheckResult.Agrees) {
            return "agrees";
        }
        if (result instanceof CheckResult.Inconclusive) {
            return "inconclusive";
        }
        return result instanceof CheckResult.Differs ? "DIFFERS" : "skipped";
    }

    /** Why a result says nothing; empty if it says something. */
    static String why(CheckResult result) {
        if (result instanceof CheckResult.Inconclusive inconclusive) {
            return inconclusive.why();
        }
        return result instanceof CheckResult.Skipped skipped ? skipped.why() : "";
    }

    /** What a check costs whoever runs it. */
    static String cost(CheckCost cost) {
        return switch (cost) {
            case FREE -> "free";
            case PAID -> "paid";
            case ON_REQUEST -> "on request";
        };
    }

    /** Settings as options of {@code serve}: a quirk by its label, another option by its own name. */
    static List<String> options(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey().startsWith("--")
                        ? entry.getKey() + " " + entry.getValue()
                        : "--quirk " + entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    static String agreement(CheckResult.Differs differs) {
        return differs.settings().isEmpty()
                ? "no setting makes the simulator agree"
                : "the simulator agrees with " + String.join(" ", options(differs.settings()));
    }
}
