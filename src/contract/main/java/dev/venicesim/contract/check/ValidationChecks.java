package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelFamily;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks of what the models of a family refuse. A family's models are chosen so that each rule which one of them has is
 * broken once; each request is refused for several reasons at a time, so that none can be accepted and charged.
 */
final class ValidationChecks {

    private ValidationChecks() {}

    static List<Check> all() {
        var families = new TreeSet<String>();
        ApiEdition.all().forEach(edition -> families.addAll(families(edition)));
        return families.stream().map(ValidationChecks::check).toList();
    }

    private static Check check(String family) {
        return Check.free(
                        "rules." + family,
                        observed(
                                "Models of the family " + family + " refuse what they do not take, field by field",
                                "docs/api/queue.md, \"Fields a model does not support\""),
                        session -> judged(session, family))
                .in(edition -> families(edition).contains(family));
    }

    private static Set<String> families(ApiEdition edition) {
        var families = new TreeSet<String>();
        Catalog.of(edition).listed().forEach(model -> families.add(ModelFamily.of(model.id())));
        return families;
    }

    private static CheckResult judged(CheckContext session, String family) throws InterruptedException {
        if (!session.target().hasKey()) {
            return new CheckResult.Skipped("no API key was given");
        }
        var edition = session.schemas().edition();
        var properties = EditionFiles.schema(edition, "queue-request").path("properties");
        var models = Catalog.of(edition).listed().stream()
                .filter(model -> ModelFamily.of(model.id()).equals(family)
                        && session.sample().lists(model.id()))
                .toList();
        if (models.isEmpty()) {
            return new CheckResult.Skipped("the target lists no model of the family " + family);
        }
        var differences = new ArrayList<Difference>();
        var evidence = "";
        for (var model : chosen(models, properties)) {
            var wrong = BrokenRules.everyField(model, properties);
            var call = CheckRequests.queueOf(wrong.body()).withKey();
            var found = differences(session.ask(call).json(), model, wrong.expected());
            var parts = MissingParts.of(model, properties);
            if (found.isEmpty() && parts.isOfUse()) {
                call = CheckRequests.queueOf(parts.body()).withKey();
                found = missing(session.ask(call).json(), model, parts.expected());
            }
            evidence = evidence.isEmpty() && !found.isEmpty() ? session.target().curl(call) : evidence;
            differences.addAll(found);
        }
        var offList = offList(models);
        if (differences.isEmpty() && offList.isPresent()) {
            var found = Expectation.detailed()
                    .text("/issues/0/code", "invalid_enum_value")
                    .compare(session.ask(offList.get()), session.schemas());
            evidence = session.target().curl(offList.get());
            differences.addAll(found);
        }
        return differences.isEmpty()
                ? new CheckResult.Agrees()
                : new CheckResult.Differs(differences, evidence, Map.of());
    }

    /** A quote of a length that the family's last model does not have. */
    private static Optional<TargetRequest> offList(List<Model> models) {
        return models.stream()
                .filter(model -> model.rules().durationMode() == DurationMode.LISTED
                        && !model.rules().requires(RequestField.VIDEO_URL))
                .reduce((one, other) -> other)
                .map(model -> CheckRequests.quote(
                                Json.object().put("model", model.id()).put("duration", CheckRequests.NO_DURATION))
                        .withKey());
    }

    /** As few models as break, together, every rule that one of them has. */
    static List<Model> chosen(List<Model> models, JsonNode properties) {
        var chosen = new ArrayList<Model>();
        var broken = new HashSet<String>();
        while (true) {
            Model best = null;
            var most = 0L;
            for (var model : models) {
                var more = rules(model, properties).stream()
                        .filter(rule -> !broken.contains(rule))
                        .count();
                if (more > most) {
                    best = model;
                    most = more;
                }
            }
            if (best == null) {
                return chosen;
            }
            chosen.add(best);
            broken.addAll(rules(best, properties));
        }
    }

    private static Set<String> rules(Model model, JsonNode properties) {
        var rules = new HashSet<String>();
        BrokenRules.everyField(model, properties)
                .expected()
                .forEach((field, text) -> rules.add(field + " " + text.replaceAll("\\d+", "n")));
        rules.addAll(MissingParts.of(model, properties).expected());
        return rules;
    }

    private static List<Difference> differences(JsonNode reply, Model model, Map<String, String> expected) {
        var found = new ArrayList<Difference>();
        expected.forEach((field, text) -> {
            var messages = ExpectedFacts.messages(reply.path("issues"), field);
            if (messages.isEmpty() || !(text.isEmpty() || messages.contains(text))) {
                var words = text.isEmpty() ? "a refusal of the value" : "\"" + text + "\"";
                found.add(new Difference(
                        "/issues",
                        "for " + model.id() + " at " + field + " " + words,
                        messages.isEmpty() ? "nothing about it" : messages.toString()));
            }
        });
        return found;
    }

    private static List<Difference> missing(JsonNode reply, Model model, List<String> expected) {
        var messages = ExpectedFacts.list(reply.path("issues")).stream()
                .map(issue -> issue.path("message").asText())
                .toList();
        return expected.stream()
                .filter(text -> !messages.contains(text))
                .map(text -> new Difference("/issues", "for " + model.id() + " \"" + text + "\"", messages.toString()))
                .toList();
    }
}
