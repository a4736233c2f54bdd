package dev.venicesim.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One bad query parameter, in the words of the API's validator (Zod 3).
 *
 * @param parameter its name, the one element of the issue's {@code path}
 * @param code the issue's {@code code}
 * @param message the issue's {@code message}, which {@code details} repeats
 */
@Verified(on = "2026-08-21", source = "api-facts 8.2")
public record ParameterProblem(String parameter, String code, String message) {

    public static ParameterProblem notANumber(String parameter) {
        return new ParameterProblem(parameter, "invalid_type", "Expected number, received nan");
    }

    public static ParameterProblem notAnInteger(String parameter) {
        return new ParameterProblem(parameter, "invalid_type", "Expected integer, received float");
    }

    public static ParameterProblem below(String parameter, long least) {
        return new ParameterProblem(parameter, "too_small", "Number must be greater than or equal to " + least);
    }

    public static ParameterProblem notAbove(String parameter, long bound) {
        return new ParameterProblem(parameter, "too_small", "Number must be greater than " + bound);
    }

    public static ParameterProblem above(String parameter, long most) {
        return new ParameterProblem(parameter, "too_big", "Number must be less than or equal to " + most);
    }

    public static ParameterProblem notOneOf(String parameter, List<String> options, String received) {
        var expected = options.stream().map(option -> "'" + option + "'").collect(Collectors.joining(" | "));
        return new ParameterProblem(
                parameter,
                "invalid_enum_value",
                "Invalid enum value. Expected " + expected + ", received '" + received + "'");
    }

    public static ParameterProblem tooLong(String parameter, int most) {
        return new ParameterProblem(parameter, "too_big", "String must contain at most " + most + " character(s)");
    }

    public static ParameterProblem notADatetime(String parameter) {
        return new ParameterProblem(parameter, "invalid_string", "Invalid datetime");
    }

    public static ParameterProblem badPattern(String parameter) {
        return new ParameterProblem(parameter, "invalid_string", "Invalid");
    }

    /** A rule of the endpoint's own. */
    public static ParameterProblem custom(String parameter, String message) {
        return new ParameterProblem(parameter, "custom", message);
    }
}
