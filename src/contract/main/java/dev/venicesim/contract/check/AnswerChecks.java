package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.ModelFamily;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.contract.check.FieldSamples.Manner;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
                ModelTables::jobs));
        checks.add(keyed(
                "ids",
                "An id that is almost right is no model's",
                "docs/api/errors.md, \"Models that are not found\"",
                ModelTables.PLAIN,
                ModelTables.plain(BodyRequests::ids)));
        checks.add(keyed(
                "strangers",
                "Queue refuses what it does not know, quote ignores it",
                "docs/api/quote.md, \"Fields that quote ignores\"",
                ModelTables.PLAIN,
                ModelTables.plain(order -> Stream.concat(
                                BodyRequests.strangers(order).stream(), BodyRequests.ignored(order).stream())
                        .toList())));
        checks.add(Check.free(
                GROUP + "transport",
                observed(
                        "Methods, paths, and the scheme of a key are read as HTTP has them",
                        "docs/api/errors.md, \"Plain request errors\""),
                new AnswerScript(ModelTables.PLAIN, ModelTables::transport)
                        .ofSimulators()
                        .apart()));
        checks.add(keyed(
                "hosts",
                "No medium may lie on a host that is not public",
                "docs/api/media.md, \"Addresses of media\"",
                ModelTables::hosts));
        for (var manner : Manner.values()) {
            checks.add(keyed(
                    "fields-" + manner.name().toLowerCase(Locale.ROOT),
                    "Each field of queue and quote is looked at, and what is wrong is told of in the same words",
                    DETAILS,
                    session -> ModelTables.spoilt(session, manner)));
        }
        checks.add(keyed(
                        "removed",
                        "What is asked of a model that left the list is judged as it was",
                        "docs/api/edition-2026-10-02.md#removed-models",
                        ModelTables::removed)
                .in(edition -> !Catalog.of(edition).removed().isEmpty()));
        checks.add(Check.free(
                        GROUP + "consent",
                        observed(
                                "Models that make faces move ask whether they may",
                                "docs/api/consent-and-content.md, \"The question\""),
                        new AnswerScript("model that asks for consent", ModelTables::consent).ofSimulators())
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
                .forEach(edition ->
                        Catalog.of(edition).listed().forEach(model -> families.add(ModelFamily.of(model.id()))));
        families.forEach(family -> checks.add(keyed(
                        "rules-" + family,
                        "Every model of the family " + family + " refuses what it does not take, and no more",
                        "docs/api/queue.md, \"Fields a model does not support\"",
                        "model of the family " + family,
                        session -> FamilyTables.rules(session, family))
                .in(edition -> has(edition, family))));
        families.forEach(family -> checks.add(quotes(family).in(edition -> has(edition, family))));
        return List.copyOf(checks);
    }

    private static Check open(String id, String says, String source, List<TargetRequest> calls) {
        return Check.free(OPEN + id, documented(says, source), new AnswerScript(ModelTables.ANY, session -> calls));
    }

    private static Check keyed(String id, String says, String source, AnswerScript.Questions questions) {
        return keyed(id, says, source, ModelTables.ANY, questions);
    }

    private static Check keyed(String id, String says, String source, String needs, AnswerScript.Questions questions) {
        return Check.free(GROUP + id, observed(says, source), new AnswerScript(needs, questions));
    }

    private static Check quotes(String family) {
        return Check.free(
                GROUP + "quotes-" + family,
                observed(
                        "Every model of the family " + family
                                + " is quoted for all that it lists, at the prices that are known",
                        "docs/api/money-and-prices.md, \"Prices that were seen\""),
                new AnswerScript(
                        "model of the family " + family + " that is quoted without a clip",
                        session -> FamilyTables.quotes(session, family)));
    }

    private static boolean has(ApiEdition edition, String family) {
        return Catalog.of(edition).listed().stream()
                .anyMatch(model -> ModelFamily.of(model.id()).equals(family));
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
}
