package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that look at every model of the list, and not at one that speaks for all. Models made from a clip are left
 * out, as their quotes need one that can be fetched.
 */
final class EveryModelChecks {

    private static final int MOST_SHOWN = 30;

    private EveryModelChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "quote.every-model",
                        observed(
                                "Every listed model has a quote, and the edition's price where that is known",
                                "docs/api/money-and-prices.md, \"Prices that were seen\""),
                        EveryModelChecks::everyModel),
                Check.free(
                        "quote.keyed",
                        documented(
                                "A quote is the same with a key, and costs nothing",
                                "docs/api/quote.md, \"One number of dollars\""),
                        EveryModelChecks::keyed),
                Check.free(
                        "models.edition",
                        documented(
                                "The list is of the edition's models, each of its type",
                                "docs/api/models.md, \"The list of video models\""),
                        EveryModelChecks::list),
                Check.free(
                        "models.listed-values",
                        documented(
                                "What a model lists it is quoted for",
                                "docs/api/models.md, \"Constraints of a video model\""),
                        EveryModelChecks::listedValues));
    }

    private static CheckResult everyModel(CheckContext session) throws InterruptedException {
        var found = new DifferenceLog();
        var prices = new EditionPrices(session.schemas().edition());
        for (var model : session.sample().quotable(session.target().time().now())) {
            for (var body : QuoteBodies.of(model, prices.needsRatio(ModelSample.id(model)))) {
                var call = CheckRequests.quote(body);
                var answer = session.ask(call);
                if (answer.status() >= 500) {
                    return new CheckResult.Inconclusive("a quote was answered " + answer.status(), true);
                }
                found.add(call, differences(session, body, answer, prices.of(body)));
                if (!answer.ok()) {
                    break;
                }
            }
        }
        return judged(found.found(), found.evidence(session), Map.of());
    }

    private static List<Difference> differences(
            CheckContext session, ObjectNode body, TargetReply answer, Optional<BigDecimal> known) {
        var id = body.path("model").asText();
        var found = new ArrayList<Difference>();
        var isKnown = Catalog.of(session.schemas().edition()).find(id).isPresent();
        if (!answer.ok()) {
            if (isKnown || answer.status() == 404) {
                found.add(new Difference("status", "200 for " + body, answer.toString()));
            }
            return found;
        }
        QuoteChecks.price()
                .header("x-venice-model-id", id, id::equals)
                .header("x-venice-model-name")
                .compare(answer, session.schemas())
                .forEach(each ->
                        found.add(new Difference(each.pointer(), each.expected() + " for " + body, each.actual())));
        var quote = answer.json().path("quote");
        var isOther = known.isPresent()
                && PlainNumber.of(quote)
                        .filter(price -> price.compareTo(known.get()) == 0)
                        .isEmpty();
        if (found.isEmpty() && isOther) {
            found.add(
                    new Difference("/quote", "the price " + known.get() + " for " + body, ExpectedFacts.shown(quote)));
        }
        return found;
    }

    /** The balance is looked at before and after, unless the account tells none or is used by others. */
    private static CheckResult keyed(CheckContext session) throws InterruptedException {
        var model = session.sample().plain();
        if (model.isEmpty()) {
            return new CheckResult.Skipped("the target lists no " + QuoteChecks.PLAIN);
        }
        if (!session.target().hasKey()) {
            return new CheckResult.Skipped("no API key was given");
        }
        var call = CheckRequests.quote(ModelSample.pricing(ModelSample.smallest(model.get())));
        var open = session.ask(call).json().path("quote");
        var first = session.ask(call.withKey());
        var again = session.ask(call.withKey());
        var found = new ArrayList<>(QuoteChecks.price().compare(first, session.schemas()));
        var quote = first.json().path("quote");
        if (found.isEmpty() && !quote.equals(open)) {
            found.add(new Difference("/quote", open + ", as it is without a key", ExpectedFacts.shown(quote)));
        }
        var before = balance(first);
        var after = balance(again);
        if (before.isPresent()
                && after.isPresent()
                && PlainNumber.of(quote)
                        .filter(price -> before.get().subtract(after.get()).compareTo(price) == 0)
                        .isPresent()) {
            found.add(new Difference("header x-venice-balance-usd", before.get().toPlainString(), after.get() + ""));
        }
        return JobScript.judged(session, call.withKey(), found);
    }

    private static Optional<BigDecimal> balance(TargetReply answer) {
        return answer.header("x-venice-balance-usd").flatMap(PlainNumber::of);
    }

    private static CheckResult list(CheckContext session) throws InterruptedException {
        var call = TargetRequest.get("/models?type=video");
        var reply = session.ask(call);
        var listed = ExpectedFacts.list(reply.json().path("data"));
        var found = new ArrayList<Difference>();
        var edition = session.schemas().edition();
        ListedModels.compared(edition, listed).ifPresent(found::add);
        listed.forEach(model -> ListedModels.type(edition, model).ifPresent(found::add));
        var byClock = !found.isEmpty()
                && ListedModels.areThoseLeft(
                        edition, listed, session.target().time().now());
        return judged(
                found, session.target().curl(call), byClock ? Map.of(ApiQuirk.DEPRECATION.label(), "clock") : Map.of());
    }

    /** Asks only for what the edition does not list of a model itself; the rest is asked for by others. */
    private static CheckResult listedValues(CheckContext session) throws InterruptedException {
        var found = new DifferenceLog();
        for (var model : session.sample().quotable(session.target().time().now())) {
            for (var body : ListedModels.unknownValues(session.schemas().edition(), model)) {
                var quote = CheckRequests.quote(body);
                var call = session.target().hasKey() ? quote.withKey() : quote;
                var answer = session.ask(call);
                if (answer.status() == 400 || answer.status() == 404) {
                    found.add(call, new Difference("status", "200 for the listed values " + body, answer.toString()));
                }
            }
        }
        return judged(found.found(), found.evidence(session), Map.of());
    }

    private static CheckResult judged(List<Difference> found, String evidence, Map<String, String> settings) {
        if (found.isEmpty()) {
            return new CheckResult.Agrees();
        }
        var shown = new ArrayList<>(found.subList(0, Math.min(MOST_SHOWN, found.size())));
        if (found.size() > MOST_SHOWN) {
            shown.add(new Difference("/", "no difference", found.size() - MOST_SHOWN + " more of the kind"));
        }
        return new CheckResult.Differs(shown, evidence, settings);
    }

    /** The requests that a model is quoted by: the first length, then the last one at the most lines. */
    private static final class QuoteBodies {

        private QuoteBodies() {}

        static List<ObjectNode> of(JsonNode model, boolean needsRatio) {
            var constraints = ModelSample.constraints(model);
            var durations = ModelSample.texts(constraints.path("durations"));
            var resolutions = ModelSample.texts(constraints.path("resolutions"));
            var first = ModelSample.bare(model, durations.get(0));
            if (needsRatio) {
                first.put(
                        "aspect_ratio",
                        constraints.path("aspect_ratios").path(0).asText());
            }
            if (durations.size() < 2 && resolutions.size() < 2) {
                return List.of(first);
            }
            var last = first.deepCopy().put("duration", durations.get(durations.size() - 1));
            ModelSample.finest(model).ifPresent(most -> last.put("resolution", most));
            return List.of(first, last);
        }
    }
}
