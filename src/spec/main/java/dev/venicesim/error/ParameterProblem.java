package dev.venicesim.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One bad parameter of a query or a path, in the words of the API's validator (Zod 3).
 *
 * @param parameter its name, the one element of the issue's {@code path}
 * @param issue the whole issue as Zod writes it, key order included; never changed after construction
 */
@Verified(on = "2026-08-21", source = "docs/api/errors.md#issues")
public record ParameterProblem(String parameter, ObjectNode issue) {

    /** 400 with every problem of a query, in the form and order of {@link RequestErrors#invalid}. */
    public static ApiError refusal(List<ParameterProblem> problems) {
        var body = Json.object();
        var details = body.putObject("details");
        details.putArray("_errors");
        var issues = body.put("error", "Invalid request parameters").putArray("issues");
        for (var problem : problems) {
            details.withObject("/" + problem.parameter()).withArray("/_errors").add(problem.message());
            issues.add(problem.issue());
        }
        return new ApiError(400, body, Map.of());
    }

    public String code() {
        return issue.path("code").asText();
    }

    public String message() {
        return issue.path("message").asText();
    }

    public static ParameterProblem notANumber(String parameter) {
        return type(parameter, "number", "nan");
    }

    public static ParameterProblem notAnInteger(String parameter) {
        return type(parameter, "integer", "float");
    }

    public static ParameterProblem below(String parameter, long least) {
        return tooSmall(parameter, least, true, "Number must be greater than or equal to " + least);
    }

    public static ParameterProblem notAbove(String parameter, long bound) {
        return tooSmall(parameter, bound, false, "Number must be greater than " + bound);
    }

    public static ParameterProblem above(String parameter, long most) {
        return tooBig(parameter, most, "number", "Number must be less than or equal to " + most);
    }

    public static ParameterProblem notOneOf(String parameter, List<String> options, String received) {
        var expected = options.stream().map(option -> "'" + option + "'").collect(Collectors.joining(" | "));
        var issue = Json.object().put("received", received).put("code", "invalid_enum_value");
        var list = issue.putArray("options");
        options.forEach(list::add);
        return ending(parameter, issue, "Invalid enum value. Expected " + expected + ", received '" + received + "'");
    }

    public static ParameterProblem tooLong(String parameter, int most) {
        return tooBig(parameter, most, "string", "String must contain at most " + most + " character(s)");
    }

    public static ParameterProblem notADatetime(String parameter) {
        var issue = Json.object().put("code", "invalid_string").put("validation", "datetime");
        return starting(parameter, issue, "Invalid datetime");
    }

    public static ParameterProblem badPattern(String parameter) {
        var issue = Json.object().put("validation", "regex").put("code", "invalid_string");
        return starting(parameter, issue, "Invalid");
    }

    /** A rule of the endpoint's own. */
    public static ParameterProblem custom(String parameter, String message) {
        return starting(parameter, Json.object().put("code", "custom"), message);
    }

    private static ParameterProblem type(String parameter, String expected, String received) {
        var issue = Json.object()
                .put("code", "invalid_type")
                .put("expected", expected)
                .put("received", received);
        return ending(parameter, issue, "Expected " + expected + ", received " + received);
    }

    private static ParameterProblem tooSmall(String parameter, long bound, boolean inclusive, String message) {
        var issue = Json.object()
                .put("code", "too_small")
                .put("minimum", bound)
                .put("type", "number")
                .put("inclusive", inclusive)
                .put("exact", false);
        return starting(parameter, issue, message);
    }

    private static ParameterProblem tooBig(String parameter, long bound, String type, String message) {
        var issue = Json.object()
                .put("code", "too_big")
                .put("maximum", bound)
                .put("type", type)
                .put("inclusive", true)
                .put("exact", false);
        return starting(parameter, issue, message);
    }

    /** Zod's own checks write the message before the path ... */
    private static ParameterProblem starting(String parameter, ObjectNode issue, String message) {
        issue.put("message", message).putArray("path").add(parameter);
        return new ParameterProblem(parameter, issue);
    }

    /** ... and its types after it. */
    private static ParameterProblem ending(String parameter, ObjectNode issue, String message) {
        issue.putArray("path").add(parameter);
        return new ParameterProblem(parameter, issue.put("message", message));
    }
}
