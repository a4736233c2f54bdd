package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts that compare quotes with one another. Source: docs/api/money-and-prices.md#prices-that-were-seen, among them
 * one model at two lengths.
 */
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

    /** One model may have one price whatever the length, as some do; not every model. */
    static CheckResult longer(CheckContext session) throws InterruptedException {
        var model = session.sample().plain();
        if (model.isEmpty()) {
            return new CheckResult.Skipped("the target lists no text-to-video model");
        }
        var body = ModelSample.pricing(ModelSample.smallest(model.get()));
        var prices = new ArrayList<BigDecimal>();
        for (var duration : durations(model.get())) {
            var call = CheckRequests.quote(body.put("duration", duration));
            var quote = session.ask(call).json().path("quote");
            var before = prices.isEmpty() ? BigDecimal.ZERO : prices.get(prices.size() - 1);
            var price = PlainNumber.of(quote).filter(amount -> amount.compareTo(before) >= 0);
            if (price.isEmpty()) {
                return differs(session, call, "at least " + before + ", which a shorter one costs", quote);
            }
            prices.add(price.get());
        }
        var isFlat = prices.size() > 1 && prices.get(0).compareTo(prices.get(prices.size() - 1)) == 0;
        if (isFlat && isFlatEverywhere(session)) {
            var call = CheckRequests.quote(body);
            return differs(
                    session,
                    call,
                    "more than a shorter one costs, of this model or another",
                    session.ask(call).json().path("quote"));
        }
        return finer(session, body, model.get());
    }

    private static boolean isFlatEverywhere(CheckContext session) throws InterruptedException {
        for (var model : session.sample().sellers(PaidJob.JobPurpose.STREAM)) {
            var durations = durations(model);
            var body = ModelSample.pricing(ModelSample.smallest(model));
            var least = price(session, body.put("duration", durations.get(0)));
            if (price(session, body.put("duration", durations.get(durations.size() - 1)))
                            .compareTo(least)
                    > 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal price(CheckContext session, ObjectNode body) throws InterruptedException {
        var quote = session.ask(CheckRequests.quote(body)).json().path("quote");
        return PlainNumber.of(quote).orElse(BigDecimal.ZERO);
    }

    private static CheckResult finer(CheckContext session, ObjectNode body, JsonNode model)
            throws InterruptedException {
        var least = price(session, body);
        for (var resolution : ExpectedFacts.list(ModelSample.constraints(model).path("resolutions"))) {
            var call = CheckRequests.quote(body.put("resolution", resolution.asText()));
            var quote = session.ask(call).json().path("quote");
            if (PlainNumber.of(quote)
                    .filter(price -> price.compareTo(least) >= 0)
                    .isEmpty()) {
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
