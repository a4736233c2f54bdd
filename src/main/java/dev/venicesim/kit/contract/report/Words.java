package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.check.Result;
import java.util.stream.Collectors;

/** What reports call things. */
final class Words {

    private Words() {}

    static String verdict(Result result) {
        if (result instanceof Result.Agrees) {
            return "agrees";
        }
        return result instanceof Result.Differs ? "DIFFERS" : "skipped";
    }

    static String quirks(Result.Differs differs) {
        return differs.quirks().isEmpty()
                ? "no quirk makes the simulator agree"
                : "the simulator agrees with "
                        + differs.quirks().entrySet().stream()
                                .map(entry -> "--quirk " + entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" "));
    }
}
