package dev.venicesim.scenario;

import dev.venicesim.api.Operation;
import dev.venicesim.catalog.Glob;
import dev.venicesim.fault.FaultJson;
import dev.venicesim.fault.FaultPhase;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.jobs.Pace;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reader that makes a scenario of a document that the schema has passed, and refuses what only meaning can tell. */
final class ScenarioReader {

    private final DocumentPart root;

    ScenarioReader(ParsedDocument source) {
        this.root = DocumentPart.root(source);
    }

    ScenarioDefinition scenario() {
        return new ScenarioDefinition(
                ScenarioLibrary.nameOf(root.source().file()),
                root.at("description").text().orElse(""),
                ScenarioSettingsReader.read(root),
                root.at("policy").items().stream().map(this::promptRule).toList(),
                root.at("jobs").items().stream().map(this::jobRule).toList(),
                root.at("faults").items().stream().map(this::faultRule).toList());
    }

    private PromptRule promptRule(DocumentPart rule) {
        if (rule.at("words").present() == rule.at("prompt").present()) {
            throw rule.wrong("names neither words nor prompt, or both", "write one of them");
        }
        var pattern = rule.at("prompt").present()
                ? rule.at("prompt").to(regex -> PromptPattern.regex(regex.textValue()))
                : words(rule.at("words"));
        var refused = new Outcome.Refused(
                rule.at("recommendedModel").text(), rule.at("refunded").flag());
        if (rule.at("at").text().filter("provider"::equals).isPresent()) {
            return new PromptRule(pattern, Optional.of(refused));
        }
        if (refused.recommendedModel().isPresent() || refused.refunded().isPresent()) {
            throw rule.wrong("says what only a provider's refusal has", "add at: provider");
        }
        return new PromptRule(pattern, Optional.empty());
    }

    private static PromptPattern words(DocumentPart words) {
        return words.to(list -> PromptPattern.words(
                words.items().stream().map(word -> word.json().textValue()).toList()));
    }

    private JobRule jobRule(DocumentPart rule) {
        var when = when(rule.at("when"), Optional.empty(), Optional.empty());
        if (when.endpoint()
                .filter(endpoint -> !endpoint.equals(Operation.QUEUE.label()))
                .isPresent()) {
            throw rule.at("when").at("endpoint").wrong("is not queue, where jobs are decided", "leave it out");
        }
        return new JobRule(
                when,
                rule.at("time").map(value -> Pace.parse(value.textValue())),
                rule.at("averageTime").duration(),
                rule.at("outcome").map(OutcomeJson::read));
    }

    private FaultRule faultRule(DocumentPart rule) {
        var label = FaultJson.LABELS.stream()
                .filter(name -> rule.at(name).present())
                .findFirst()
                .orElseThrow();
        var fault = rule.at(label).to(value -> FaultJson.read(label, value));
        var phase = rule.at("phase").text().flatMap(FaultPhase::find).orElse(fault.phase());
        var when = when(rule.at("when"), endpoint(rule.at("on")), nth(rule.at("nth")));
        return rule.to(all -> new FaultRule(when, phase, fault));
    }

    private RuleCondition when(DocumentPart when, Optional<String> on, Optional<MatchOrdinal> nth) {
        if (on.isPresent() && when.at("endpoint").present()) {
            throw when.at("endpoint").wrong("is said twice", "keep on or when.endpoint");
        }
        if (nth.isPresent() && when.at("nth").present()) {
            throw when.at("nth").wrong("is said twice", "keep nth or when.nth");
        }
        return new RuleCondition(
                on.or(() -> endpoint(when.at("endpoint"))),
                when.at("model").map(glob -> new Glob(glob.textValue())).orElse(Glob.ANY),
                when.at("prompt").map(regex -> PromptPattern.regex(regex.textValue())),
                nth.or(() -> nth(when.at("nth"))),
                chance(when.at("chance")));
    }

    private OptionalDouble chance(DocumentPart chance) {
        if (!chance.present()) {
            return OptionalDouble.empty();
        }
        if (!root.at("seed").present()) {
            throw chance.wrong("is random", "add a seed, such as seed: 1, at the top of the scenario");
        }
        return OptionalDouble.of(chance.json().doubleValue());
    }

    private static Optional<String> endpoint(DocumentPart endpoint) {
        return endpoint.text().filter(Operation::isLabel);
    }

    private static Optional<MatchOrdinal> nth(DocumentPart nth) {
        if (!nth.present()) {
            return Optional.empty();
        }
        if (nth.json().isObject()) {
            return Optional.of(nth.at("every").present() ? every(nth) : between(nth));
        }
        var numbers = new HashSet<Long>();
        if (nth.json().isArray()) {
            nth.json().forEach(number -> numbers.add(number.longValue()));
        } else {
            numbers.add(nth.json().longValue());
        }
        return Optional.of(new MatchOrdinal.These(numbers));
    }

    private static MatchOrdinal every(DocumentPart nth) {
        if (nth.json().size() > 1) {
            throw nth.wrong("says every and more", "keep every, or from and to");
        }
        return nth.to(json -> new MatchOrdinal.Every(json.path("every").longValue()));
    }

    private static MatchOrdinal between(DocumentPart nth) {
        return nth.to(json -> new MatchOrdinal.Between(
                json.path("from").asLong(1), json.path("to").asLong(Long.MAX_VALUE)));
    }
}
