package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.check.Cost;
import dev.venicesim.kit.contract.check.Result;
import java.util.List;
import java.util.Map;

/** What reports call things. */
final class Words {

    private Words() {}

    static String verdict(Result result) {
        if (result instanceof Result.Agrees) {
            return "agrees";
        }
        return result instanceof Result.Differs ? "DIFFERS" : "skipped";
    }

    /** What a check costs whoever runs it. */
    static String cost(Cost cost) {
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

    static String agreement(Result.Differs differs) {
        return differs.settings().isEmpty()
                ? "no setting makes the simulator agree"
                : "the simulator agrees with " + String.join(" ", options(differs.settings()));
    }
}
