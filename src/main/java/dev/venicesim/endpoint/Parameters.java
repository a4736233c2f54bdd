package dev.venicesim.endpoint;

import dev.venicesim.billing.reads.Parsed;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.error.Refusal;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The query of a read, and the answer to a bad one. */
final class Parameters {

    private Parameters() {}

    /** The named parameters that were sent. */
    static Map<String, String> of(Request request, String... names) {
        var given = new LinkedHashMap<String, String>();
        for (var name : names) {
            request.parameter(name).ifPresent(value -> given.put(name, value));
        }
        return given;
    }

    /** Answers what was asked, or 400 with everything that is wrong with it. */
    static <T> Reply answer(Call call, Parsed<T> parsed, Function<T, Reply> answer) {
        if (parsed instanceof Parsed.Bad<T> bad) {
            var why = bad.problems().stream()
                    .map(problem -> problem.parameter() + ": " + problem.message())
                    .collect(Collectors.joining("; "));
            return call.refuse(new Refusal(ParameterProblem.refusal(bad.problems()), why));
        }
        return answer.apply(((Parsed.Ok<T>) parsed).query());
    }
}
