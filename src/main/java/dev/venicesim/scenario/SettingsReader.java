package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
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

/** Reads how a scenario's world is set up. */
final class SettingsReader {

    private SettingsReader() {}

    static Settings read(Part root) {
        return new Settings(
                root.at("edition").map(SettingsReader::edition),
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

    private static Edition edition(JsonNode value) {
        return Edition.find(value.textValue())
                .orElseThrow(() -> new IllegalArgumentException("there are " + Arrays.toString(Edition.values())));
    }

    private static Settings.Money money(Part root) {
        return new Settings.Money(
                root.at("balanceUsd").usd(),
                root.at("diem").usd(),
                root.at("spendLimitUsd").usd(),
                root.at("walletBalanceUsd").usd());
    }

    private static Settings.Clock clock(Part clock) {
        var scale = clock.at("scale").map(JsonNode::doubleValue);
        return new Settings.Clock(
                clock.at("at").map(SettingsReader::instant),
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

    private static Settings.Limits limits(Part limits) {
        if (limits.json().isTextual()) {
            var on = limits.json().textValue().equals("on");
            return new Settings.Limits(Optional.of(on), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        }
        return new Settings.Limits(
                limits.present() ? Optional.of(true) : Optional.empty(),
                limits.at("queue").whole(),
                limits.at("retrieve").whole(),
                limits.at("failed").whole());
    }

    private static Settings.Links links(Part links) {
        return new Settings.Links(
                links.at("lifetime").duration(),
                links.at("fetches").whole(),
                links.at("perMinute").whole(),
                links.at("addresses").whole());
    }

    private static Settings.Consent consent(Part consent) {
        return new Settings.Consent(
                consent.at("version").text(), consent.at("policyText").text());
    }

    private static Quirks quirks(Part quirks) {
        var result = Quirks.defaults();
        for (var name : quirks.keys()) {
            var quirk = Quirk.find(name).orElseThrow(() -> unknown(quirks, name));
            var before = result;
            result = quirks.at(name).to(value -> before.with(quirk.label(), value.asText()));
        }
        return result;
    }

    private static ScenarioException unknown(Part quirks, String name) {
        var known = Arrays.stream(Quirk.values()).map(Quirk::label).toList();
        var fix = Nearest.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("venice-sim's /__sim/quirks lists them");
        var key = quirks.at(name);
        return new ScenarioException(
                key.source().keyProblem(key.pointer(), "no quirk is called \"" + name + "\"", fix));
    }

    private static Map<String, Set<String>> faces(Part faces) {
        Map<String, Set<String>> result = new LinkedHashMap<>();
        for (var media : faces.keys()) {
            Set<String> labels = new LinkedHashSet<>();
            faces.at(media).json().forEach(label -> labels.add(label.textValue()));
            result.put(media, Set.copyOf(labels));
        }
        return Map.copyOf(result);
    }

    private static OptionalLong seed(Part seed) {
        return seed.present() ? OptionalLong.of(seed.json().longValue()) : OptionalLong.empty();
    }
}
