package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.contract.check.FieldSamples.Manner;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checks that ask whole tables of requests and hold each reply against the one of a simulator of the same edition: every
 * field, every parameter, both ends of every list. Where other callers share the failures, every model is asked about;
 * else as few as take every field.
 */
final class AnswerChecks {

    private static final String GROUP = "answers.";

    /** Checks whose requests mostly name nobody. */
    private static final String OPEN = "open-answers.";

    private static final String DETAILS = "docs/api/errors.md, \"Issues\"";

    private AnswerChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.add(open(
                "models",
                "Each list of models is the edition's",
                "docs/api/models.md, \"Entry of a model\"",
                AccountRequests.models()));
        checks.add(open(
                "preflight",
                "A page of any origin may ask before each call",
                "docs/api/limits-and-headers.md, \"Pages of other origins\"",
                AccountRequests.preflights()));
        checks.add(open(
                "nobody",
                "What an account holds is not for everybody",
                "docs/api/errors.md, \"Refused keys\"",
                AccountRequests.ofNobody()));
        checks.add(keyed(
                "account",
                "What an account holds is read by every parameter",
                "docs/api/billing.md, \"Usage history\"",
                session -> AccountRequests.account()));
        checks.add(keyed(
                "transcriptions",
                "Transcriptions look at each field",
                "docs/api/transcriptions.md, \"Request and reply\"",
                session -> AccountRequests.transcriptions()));
        checks.add(keyed(
                "bodies",
                "A body that is none is refused in the same words",
                "docs/api/errors.md, \"Plain request errors\"",
                session -> BodyRequests.whole()));
        checks.add(keyed(
                "jobs",
                "Each field of retrieve and complete is looked at",
                "docs/api/retrieve.md, \"A missing model\"",
                BodyRequests::jobs));
        checks.add(keyed(
                "ids",
                "An id that is almost right is no model's",
                "docs/api/errors.md, \"Models that are not found\"",
                plain(BodyRequests::ids)));
        checks.add(keyed(
                "strangers",
                "Queue refuses what it does not know, quote ignores it",
                "docs/api/quote.md, \"Fields that quote ignores\"",
                plain(order -> Stream.concat(
                                BodyRequests.strangers(order).stream(), BodyRequests.ignored(order).stream())
                        .toList())));
        for (var manner : Manner.values()) {
            checks.add(keyed(
                    "fields-" + manner.name().toLowerCase(Locale.ROOT),
                    "Each field of queue and quote is looked at, and what is wrong is told of in the same words",
                    DETAILS,
                    session -> spoilt(session, manner)));
        }
        checks.add(keyed(
                        "removed",
                        "What is asked of a model that left the list is judged as it was",
                        "docs/api/edition-2026-10-02.md#removed-models",
                        AnswerChecks::removed)
                .in(edition -> !Catalog.of(edition).removed().isEmpty()));
        checks.add(keyed(
                        "consent",
                        "Models that make faces move ask whether they may",
                        "docs/api/consent-and-content.md, \"The question\"",
                        AnswerChecks::consent)
                .in(edition -> Catalog.of(edition).listed().stream()
                        .anyMatch(model -> model.rules().has(ModelTrait.CONSENT))));
        checks.add(Check.free(
                OPEN + "keyed-list",
                documented(
                        "A key sees the models that everybody sees",
                        "docs/api/models.md, \"The list of video models\""),
                AnswerChecks::keyedList));
        var families = new TreeSet<String>();
        ApiEdition.all()
                .forEach(edition -> Catalog.of(edition)
                        .listed()
                        .forEach(model -> families.add(ValidationChecks.family(model.id()))));
        families.forEach(family -> checks.add(keyed(
                        "rules-" + family,
                        "Every model of the family " + family + " refuses what it does not take, and no more",
                        "docs/api/queue.md, \"Fields a model does not support\"",
                        session -> rules(session, family))
                .in(edition -> has(edition, family))));
        families.forEach(family -> checks.add(quotes(family).in(edition -> has(edition, family))));
        return List.copyOf(checks);
    }

    private static Check open(String id, String says, String source, List<TargetRequest> calls) {
        return Check.free(OPEN + id, documented(says, source), new AnswerScript(session -> calls));
    }

    private static Check keyed(String id, String says, String source, AnswerScript.Questions questions) {
        return Check.free(GROUP + id, observed(says, source), new AnswerScript(questions));
    }

    private static Check quotes(String family) {
        return Check.free(
                GROUP + "quotes-" + family,
                observed(
                        "Every model of the family " + family
                                + " is quoted for all that it lists, at the prices that are known",
                        "docs/api/money-and-prices.md, \"Prices that were seen\""),
                new AnswerScript(session -> quotes(session, family)));
    }

    private static AnswerScript.Questions plain(Function<ObjectNode, List<TargetRequest>> calls) {
        return session -> session.sample()
                .plain()
                .filter(model -> isKnown(session, ModelSample.id(model)))
                .map(model -> calls.apply(ModelSample.smallest(model)))
                .orElse(List.of());
    }

    private static boolean isKnown(CheckContext session, String id) {
        return models(session).stream().anyMatch(model -> model.id().equals(id));
    }

    private static boolean has(ApiEdition edition, String family) {
        return Catalog.of(edition).listed().stream()
                .anyMatch(model -> ValidationChecks.family(model.id()).equals(family));
    }

    /** Those that both the edition and the target list. */
    private static List<Model> models(CheckContext session) {
        return Catalog.of(session.schemas().edition()).listed().stream()
                .filter(model -> session.sample().lists(model.id()))
                .toList();
    }

    private static CheckResult keyedList(CheckContext session) throws InterruptedException {
        if (!session.target().hasKey()) {
            return new CheckResult.Skipped("no API key was given");
        }
        var call = TargetRequest.get("/models?type=video");
        var open = ids(session.ask(call));
        var seen = ids(session.ask(call.withKey()));
        return JobScript.judged(
                session,
                call.withKey(),
                open.equals(seen) ? List.of() : List.of(new Difference("/data", open.toString(), seen.toString())));
    }

    private static Set<String> ids(TargetReply reply) {
        var ids = new TreeSet<String>();
        reply.json().path("data").forEach(model -> ids.add(ModelSample.id(model)));
        return ids;
    }

    private static List<TargetRequest> removed(CheckContext session) {
        var catalog = Catalog.of(session.schemas().edition());
        var gone = catalog.removed().stream();
        var unlisted = catalog.unlisted().stream().map(Model::id);
        return Stream.concat(gone, unlisted)
                .flatMap(id -> Stream.of("5s", "8s", CheckRequests.NO_DURATION)
                        .map(duration -> Json.object().put("model", id).put("duration", duration)))
                .map(body -> CheckRequests.quote(body).withKey())
                .toList();
    }

    /** Of a simulator alone, which finds a face by its name: another would have to be shown a real one. */
    private static List<TargetRequest> consent(CheckContext session) {
        return session.counterpart().hasManyCallers()
                ? models(session).stream()
                        .filter(model -> model.rules().has(ModelTrait.CONSENT))
                        .flatMap(model -> ConsentRequests.of(model).stream())
                        .map(body -> CheckRequests.queueOf(body).withKey())
                        .toList()
                : List.of();
    }

    private static List<TargetRequest> spoilt(CheckContext session, Manner manner) {
        var order = properties(session, "queue-request");
        var quote = properties(session, "quote-request");
        var calls = new ArrayList<TargetRequest>();
        for (var model : covering(models(session), order)) {
            calls.add(CheckRequests.queueOf(ModelRequests.spoilt(model, order, manner))
                    .withKey());
            calls.add(CheckRequests.quote(ModelRequests.spoilt(model, quote, manner))
                    .withKey());
        }
        return calls;
    }

    private static JsonNode properties(CheckContext session, String schema) {
        return EditionFiles.schema(session.schemas().edition(), schema).path("properties");
    }

    /** As few models as take, together, every field that one of them takes. */
    private static List<Model> covering(List<Model> models, JsonNode properties) {
        var left = EnumSet.allOf(RequestField.class);
        left.removeIf(field -> !properties.has(field.field()));
        var chosen = new ArrayList<Model>();
        while (true) {
            var best = models.stream()
                    .max((one, other) -> Long.compare(taken(one, left), taken(other, left)))
                    .filter(model -> taken(model, left) > 0);
            if (best.isEmpty()) {
                return chosen;
            }
            chosen.add(best.get());
            left.removeIf(field -> best.get().rules().accepts(field));
        }
    }

    private static long taken(Model model, EnumSet<RequestField> fields) {
        return fields.stream().filter(model.rules()::accepts).count();
    }

    private static List<Model> asked(CheckContext session, String family) {
        var models = models(session).stream()
                .filter(model -> ValidationChecks.family(model.id()).equals(family))
                .toList();
        return session.counterpart().hasManyCallers()
                ? models
                : ValidationChecks.chosen(models, properties(session, "queue-request"));
    }

    private static List<TargetRequest> rules(CheckContext session, String family) {
        var order = properties(session, "queue-request");
        var quote = properties(session, "quote-request");
        return asked(session, family).stream()
                .flatMap(model -> Stream.concat(
                        ModelRequests.of(model, order).stream().map(CheckRequests::queueOf),
                        Stream.concat(QuoteRequests.refused(model, quote).stream(), QuoteRequests.bare(model).stream())
                                .map(CheckRequests::quote)))
                .map(TargetRequest::withKey)
                .toList();
    }

    private static List<TargetRequest> quotes(CheckContext session, String family) {
        var hasManyCallers = session.counterpart().hasManyCallers();
        return asked(session, family).stream()
                .flatMap(model -> Stream.concat(
                        QuoteRequests.priced(model).stream(),
                        hasManyCallers ? QuoteRequests.ofClips(model).stream() : Stream.of()))
                .map(CheckRequests::quote)
                .map(call -> hasManyCallers ? call.withKey() : call)
                .toList();
    }
}
