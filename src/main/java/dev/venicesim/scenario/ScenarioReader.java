package dev.venicesim.scenario;

import dev.venicesim.catalog.Glob;
import dev.venicesim.fault.FaultJson;
import dev.venicesim.fault.Phase;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.jobs.Pace;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes a scenario of a document that the schema has passed, and refuses what only meaning can tell. */
final class ScenarioReader {

    private final Part root;

    ScenarioReader(Source source) {
        this.root = Part.root(source);
    }

    Scenario scenario() {
        return new Scenario(
                Scenarios.nameOf(root.source().file()),
                root.at("description").text().orElse(""),
                SettingsReader.read(root),
                root.at("policy").items().stream().map(this::promptRule).toList(),
                root.at("jobs").items().stream().map(this::jobRule).toList(),
                root.at("faults").items().stream().map(this::faultRule).toList());
    }

    private PromptRule promptRule(Part rule) {
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

    private static PromptPattern words(Part words) {
        return words.to(list -> PromptPattern.words(
                words.items().stream().map(word -> word.json().textValue()).toList()));
    }

    private JobRule jobRule(Part rule) {
        var when = when(rule.at("when"), Optional.empty(), Optional.empty());
        if (when.endpoint().filter(endpoint -> endpoint != Endpoint.QUEUE).isPresent()) {
            throw rule.at("when").at("endpoint").wrong("is not queue, where jobs are decided", "leave it out");
        }
        return new JobRule(
                when,
                rule.at("time").map(value -> Pace.parse(value.textValue())),
                rule.at("averageTime").duration(),
                rule.at("outcome").map(OutcomeJson::read));
    }

    private FaultRule faultRule(Part rule) {
        var label = FaultJson.LABELS.stream()
                .filter(name -> rule.at(name).present())
                .findFirst()
                .orElseThrow();
        var fault = rule.at(label).to(value -> FaultJson.read(label, value));
        var phase = rule.at("phase").text().flatMap(Phase::find).orElse(fault.phase());
        var when = when(rule.at("when"), endpoint(rule.at("on")), nth(rule.at("nth")));
        return rule.to(all -> new FaultRule(when, phase, fault));
    }

    private When when(Part when, Optional<Endpoint> on, Optional<Nth> nth) {
        if (on.isPresent() && when.at("endpoint").present()) {
            throw when.at("endpoint").wrong("is said twice", "keep on or when.endpoint");
        }
        if (nth.isPresent() && when.at("nth").present()) {
            throw when.at("nth").wrong("is said twice", "keep nth or when.nth");
        }
        return new When(
                on.or(() -> endpoint(when.at("endpoint"))),
                when.at("model").map(glob -> new Glob(glob.textValue())).orElse(Glob.ANY),
                when.at("prompt").map(regex -> PromptPattern.regex(regex.textValue())),
                nth.or(() -> nth(when.at("nth"))),
                chance(when.at("chance")));
    }

    private OptionalDouble chance(Part chance) {
        if (!chance.present()) {
            return OptionalDouble.empty();
        }
        if (!root.at("seed").present()) {
            throw chance.wrong("is random", "add a seed, such as seed: 1, at the top of the scenario");
        }
        return OptionalDouble.of(chance.json().doubleValue());
    }

    private static Optional<Endpoint> endpoint(Part endpoint) {
        return endpoint.text().flatMap(Endpoint::find);
    }

    private static Optional<Nth> nth(Part nth) {
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
        return Optional.of(new Nth.These(numbers));
    }

    private static Nth every(Part nth) {
        if (nth.json().size() > 1) {
            throw nth.wrong("says every and more", "keep every, or from and to");
        }
        return nth.to(json -> new Nth.Every(json.path("every").longValue()));
    }

    private static Nth between(Part nth) {
        return nth.to(json ->
                new Nth.Between(json.path("from").asLong(1), json.path("to").asLong(Long.MAX_VALUE)));
    }
}
