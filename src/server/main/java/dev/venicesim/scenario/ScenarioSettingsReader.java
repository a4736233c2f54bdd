package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.NearestName;
import dev.venicesim.jobs.Pace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reader of the settings of a scenario's world. */
final class ScenarioSettingsReader {

    private ScenarioSettingsReader() {}

    static ScenarioSettings read(DocumentPart root) {
        return new ScenarioSettings(
                root.at("edition").map(ScenarioSettingsReader::edition),
                money(root),
                root.at("jobTime").map(value -> Pace.parse(value.textValue())),
                root.at("mediaLifetime").duration(),
                clock(root.at("clock")),
                root.at("signInClock").text().filter("world"::equals).isPresent(),
                limits(root.at("limits")),
                links(root.at("links")),
                consent(root.at("consent")),
                quirks(root.at("quirks")),
                faces(root.at("faces")),
                seed(root.at("seed")));
    }

    private static ApiEdition edition(JsonNode value) {
        return ApiEdition.find(value.textValue())
                .orElseThrow(() -> new IllegalArgumentException("there are " + ApiEdition.choices()));
    }

    private static ScenarioSettings.Money money(DocumentPart root) {
        return new ScenarioSettings.Money(
                root.at("balanceUsd").usd(),
                root.at("diem").usd(),
                root.at("spendLimitUsd").usd(),
                root.at("walletBalanceUsd").usd());
    }

    private static ScenarioSettings.Clock clock(DocumentPart clock) {
        var scale = clock.at("scale").map(JsonNode::doubleValue);
        return new ScenarioSettings.Clock(
                clock.at("at").map(ScenarioSettingsReader::instant),
                clock.at("frozen").flag().orElse(false),
                scale.isPresent() ? OptionalDouble.of(scale.get()) : OptionalDouble.empty());
    }

    private static Instant instant(JsonNode value) {
        try {
            var instant = Instant.parse(value.textValue());
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(dev.venicesim.time.WorldClock.LATEST)) {
                throw new IllegalArgumentException("an instant from 1970 to 9999 is wanted, not " + instant);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an instant looks like 2026-06-17T10:00:00Z, not " + value, e);
        }
    }

    private static ScenarioSettings.Limits limits(DocumentPart limits) {
        if (limits.json().isTextual()) {
            var on = limits.json().textValue().equals("on");
            return new ScenarioSettings.Limits(
                    Optional.of(on), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        }
        return new ScenarioSettings.Limits(
                limits.present() ? Optional.of(true) : Optional.empty(),
                limits.at("queue").whole(),
                limits.at("retrieve").whole(),
                limits.at("failed").whole());
    }

    private static ScenarioSettings.Links links(DocumentPart links) {
        return new ScenarioSettings.Links(
                links.at("lifetime").duration(),
                links.at("fetches").whole(),
                links.at("perMinute").whole(),
                links.at("addresses").whole());
    }

    private static ScenarioSettings.Consent consent(DocumentPart consent) {
        return new ScenarioSettings.Consent(
                consent.at("version").text(), consent.at("policyText").text());
    }

    private static QuirkSettings quirks(DocumentPart quirks) {
        var result = QuirkSettings.defaults();
        for (var name : quirks.keys()) {
            var quirk = ApiQuirk.find(name).orElseThrow(() -> unknown(quirks, name));
            var before = result;
            result = quirks.at(name).to(value -> before.with(quirk.label(), value.asText()));
        }
        return result;
    }

    private static ScenarioException unknown(DocumentPart quirks, String name) {
        var known = Arrays.stream(ApiQuirk.values()).map(ApiQuirk::label).toList();
        var fix = NearestName.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("venice-sim's /__sim/quirks lists them");
        var key = quirks.at(name);
        return new ScenarioException(
                key.source().keyProblem(key.pointer(), "no quirk is called \"" + name + "\"", fix));
    }

    private static Map<String, Set<String>> faces(DocumentPart faces) {
        Map<String, Set<String>> result = new LinkedHashMap<>();
        for (var media : faces.keys()) {
            Set<String> labels = new LinkedHashSet<>();
            faces.at(media).json().forEach(label -> labels.add(label.textValue()));
            result.put(media, Set.copyOf(labels));
        }
        return Map.copyOf(result);
    }

    private static OptionalLong seed(DocumentPart seed) {
        return seed.present() ? OptionalLong.of(seed.json().longValue()) : OptionalLong.empty();
    }
}
