package dev.venicesim.operation.account;

import dev.venicesim.billing.reads.ParsedQuery;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.error.Refusal;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parameters in the query of a read, and the answer to bad ones. */
final class QueryParameters {

    private QueryParameters() {}

    /** The named parameters that were sent. */
    static Map<String, String> of(Request request, String... names) {
        var given = new LinkedHashMap<String, String>();
        for (var name : names) {
            request.parameter(name).ifPresent(value -> given.put(name, value));
        }
        return given;
    }

    /** Answers what was asked, or 400 with everything that is wrong with it. */
    static <T> OperationResult answer(Exchange exchange, ParsedQuery<T> parsed, Function<T, Reply> answer) {
        if (parsed instanceof ParsedQuery.Bad<T> bad) {
            var why = bad.problems().stream()
                    .map(problem -> problem.parameter() + ": " + problem.message())
                    .collect(Collectors.joining("; "));
            return exchange.refuse(new Refusal(ParameterProblem.refusal(bad.problems()), why));
        }
        return OperationResult.of(answer.apply(((ParsedQuery.Ok<T>) parsed).query()));
    }
}
