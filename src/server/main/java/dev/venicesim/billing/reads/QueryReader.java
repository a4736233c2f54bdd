package dev.venicesim.billing.reads;

import dev.venicesim.error.ParameterProblem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reader of query parameters that gathers what is wrong with them; used for one request and thrown away. */
final class QueryReader {

    /**
     * A whole number's bounds, both inclusive.
     *
     * @param otherwise what holds if the parameter is absent
     */
    record Range(int least, int most, int otherwise) {}

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d{1,18}\\.\\d{1,18}");

    private final Map<String, String> given;
    private final List<ParameterProblem> problems = new ArrayList<>();

    QueryReader(Map<String, String> given) {
        this.given = given;
    }

    /** A parameter's text; one without any counts as absent. */
    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).filter(text -> !text.isEmpty());
    }

    int integer(String name, Range range) {
        return text(name).map(text -> integer(name, text, range)).orElse(range.otherwise());
    }

    /** A whole number above 0, which the validator words differently from at least 1. */
    int positive(String name, int most, int otherwise) {
        var number = integer(name, new Range(Integer.MIN_VALUE, most, otherwise));
        if (number <= 0) {
            problems.add(ParameterProblem.notAbove(name, 0));
            return otherwise;
        }
        return number;
    }

    String choice(String name, List<String> options, String otherwise) {
        var choice = text(name).orElse(otherwise);
        if (!choice.equals(otherwise) && !options.contains(choice)) {
            problems.add(ParameterProblem.notOneOf(name, options, choice));
        }
        return choice;
    }

    Instant instant(String name, Instant otherwise) {
        return text(name).map(text -> instant(name, text, otherwise)).orElse(otherwise);
    }

    void problem(ParameterProblem problem) {
        problems.add(problem);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    <T> ParsedQuery<T> finish(Supplier<T> query) {
        return problems.isEmpty() ? new ParsedQuery.Ok<>(query.get()) : new ParsedQuery.Bad<>(List.copyOf(problems));
    }

    private int integer(String name, String text, Range range) {
        if (!INTEGER.matcher(text).matches()) {
            problems.add(
                    FRACTION.matcher(text).matches()
                            ? ParameterProblem.notAnInteger(name)
                            : ParameterProblem.notANumber(name));
            return range.otherwise();
        }
        var number = Long.parseLong(text);
        if (number < range.least()) {
            problems.add(ParameterProblem.below(name, range.least()));
            return range.otherwise();
        }
        if (number > range.most()) {
            problems.add(ParameterProblem.above(name, range.most()));
            return range.otherwise();
        }
        return (int) number;
    }

    private Instant instant(String name, String text, Instant otherwise) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            problems.add(ParameterProblem.notADatetime(name));
            return otherwise;
        }
    }
}
