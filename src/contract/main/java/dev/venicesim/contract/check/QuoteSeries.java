package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Scripts that compare quotes with one another. */
final class QuoteSeries {

    private QuoteSeries() {}

    static CheckResult again(CheckContext session) throws InterruptedException {
        var model = session.sample().plain();
        if (model.isEmpty()) {
            return new CheckResult.Skipped("the target lists no text-to-video model");
        }
        var call = CheckRequests.quote(ModelSample.pricing(ModelSample.smallest(model.get())));
        var first = session.ask(call).json().path("quote");
        for (var time = 0; time < 2; time++) {
            var quote = session.ask(call).json().path("quote");
            if (!quote.equals(first)) {
                return differs(session, call, first + ", as it was before", quote);
            }
        }
        return new CheckResult.Agrees();
    }

    static CheckResult longer(CheckContext session) throws InterruptedException {
        var model = session.sample().plain();
        if (model.isEmpty()) {
            return new CheckResult.Skipped("the target lists no text-to-video model");
        }
        var body = ModelSample.pricing(ModelSample.smallest(model.get()));
        var durations = durations(model.get());
        var prices = new ArrayList<BigDecimal>();
        for (var duration : durations) {
            var call = CheckRequests.quote(body.put("duration", duration));
            var quote = session.ask(call).json().path("quote");
            var before = prices.isEmpty() ? BigDecimal.ZERO : prices.get(prices.size() - 1);
            if (!quote.isNumber() || quote.decimalValue().compareTo(before) < 0) {
                return differs(session, call, "at least " + before + ", which a shorter one costs", quote);
            }
            prices.add(quote.decimalValue());
            if (prices.size() > 1
                    && prices.size() == durations.size()
                    && prices.get(0).compareTo(quote.decimalValue()) == 0) {
                return differs(session, call, "more than " + before + ", which the shortest one costs", quote);
            }
        }
        return finer(session, body, model.get());
    }

    private static CheckResult finer(CheckContext session, ObjectNode body, JsonNode model)
            throws InterruptedException {
        var least = session.ask(CheckRequests.quote(body)).json().path("quote").decimalValue();
        for (var resolution : ExpectedFacts.list(ModelSample.constraints(model).path("resolutions"))) {
            var call = CheckRequests.quote(body.put("resolution", resolution.asText()));
            var quote = session.ask(call).json().path("quote");
            if (!quote.isNumber() || quote.decimalValue().compareTo(least) < 0) {
                return differs(session, call, "at least " + least + ", which fewer lines cost", quote);
            }
        }
        return new CheckResult.Agrees();
    }

    private static List<String> durations(JsonNode model) {
        var durations = new ArrayList<String>();
        ExpectedFacts.list(ModelSample.constraints(model).path("durations")).stream()
                .map(JsonNode::asText)
                .filter(text -> text.matches("\\d{1,3}s"))
                .sorted((one, other) -> seconds(one) - seconds(other))
                .forEach(durations::add);
        return durations;
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replace("s", ""));
    }

    private static CheckResult differs(CheckContext session, TargetRequest call, String expected, JsonNode quote) {
        return JobScript.judged(session, call, List.of(new Difference("/quote", expected, ExpectedFacts.shown(quote))));
    }
}
