package dev.venicesim.billing.reads;

import dev.venicesim.error.ParameterProblem;
import java.util.List;

/** Query parameters as read: what they ask for, or everything that is wrong with them. */
public sealed interface ParsedQuery<T> {

    record Ok<T>(T query) implements ParsedQuery<T> {}

    /** At least one problem, in the order of the endpoint's parameters. */
    record Bad<T>(List<ParameterProblem> problems) implements ParsedQuery<T> {}
}
