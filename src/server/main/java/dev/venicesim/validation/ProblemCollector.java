package dev.venicesim.validation;

import dev.venicesim.error.Violation;
import dev.venicesim.error.ViolationPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collector of what is wrong with one request, in order. Lives for one validation. */
final class ProblemCollector {

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> rules = new LinkedHashSet<>();
    private boolean aborted;

    /** A problem after which the value still has its type, so that rules across fields can be judged. */
    void add(Violation violation, String rule) {
        violations.add(violation);
        rules.add(rule);
    }

    /** A problem after which the value is not what it should be; Zod runs no rules across fields then. */
    void abort(Violation violation, String rule) {
        add(violation, rule);
        aborted = true;
    }

    void custom(ViolationPath path, String message, String rule) {
        add(new Violation.Custom(path, message), rule);
    }

    boolean aborted() {
        return aborted;
    }

    boolean none() {
        return violations.isEmpty();
    }

    List<Violation> violations() {
        return violations;
    }

    /** Ids of the rules that were broken. */
    Set<String> rules() {
        return rules;
    }
}
