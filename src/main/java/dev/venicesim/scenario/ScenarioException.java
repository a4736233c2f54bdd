package dev.venicesim.scenario;

import java.util.List;

/** A scenario that cannot be used. Its message is one line: the first problem, and how many more there are. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ScenarioException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    ScenarioException(Problem problem) {
        this(List.of(problem));
    }

    /** Everything that is wrong, in the order of the file. */
    List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        var first = problems.get(0).text();
        return problems.size() == 1 ? first : first + " (and " + (problems.size() - 1) + " more)";
    }
}
