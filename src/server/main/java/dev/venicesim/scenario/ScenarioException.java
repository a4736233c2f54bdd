package dev.venicesim.scenario;

import java.util.List;

/** A scenario that cannot be used. Its message is one line: the first problem, and how many more there are. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ScenarioProblem> problems;

    ScenarioException(List<ScenarioProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    ScenarioException(ScenarioProblem problem) {
        this(List.of(problem));
    }

    /** Everything that is wrong, in the order of the file. */
    List<ScenarioProblem> problems() {
        return problems;
    }

    private static String message(List<ScenarioProblem> problems) {
        var first = problems.get(0).text();
        return problems.size() == 1 ? first : first + " (and " + (problems.size() - 1) + " more)";
    }
}
