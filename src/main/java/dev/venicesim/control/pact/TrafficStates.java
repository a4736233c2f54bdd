package dev.venicesim.control.pact;

import dev.venicesim.auth.Credentials;
import dev.venicesim.catalog.Edition;
import dev.venicesim.limits.Answer;
import dev.venicesim.limits.LimitSettings;
import dev.venicesim.limits.LimitState;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.limits.LimitedCall;
import dev.venicesim.limits.Limits;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** States of limits, of models that are full, and of the world's rules. */
final class TrafficStates {

    /** More requests than any published limit allows in a minute. */
    private static final int PLENTY = 1000;

    private TrafficStates() {}

    static void windowUsedUp(Scene scene) {
        var label = scene.text("endpoint");
        var call = LimitedCall.find(label)
                .filter(found -> found == LimitedCall.QUEUE || found == LimitedCall.RETRIEVE)
                .orElseThrow(() -> StateException.bad("endpoint is queue or retrieve, not \"" + label + "\""));
        spend(scene, (limits, state) -> limits.admit(state, call, scene.now()).state());
    }

    static void blocked(Scene scene) {
        spend(scene, (limits, state) -> limits.record(state, Answer.of(400), scene.now()));
    }

    static void modelAtCapacity(Scene scene) {
        var text = String.format(
                Locale.ROOT,
                "{\"faults\":[{\"on\":\"queue\",\"when\":{\"model\":\"%1$s\"},\"respond\":{\"status\":503}},"
                        + "{\"on\":\"retrieve\",\"when\":{\"model\":\"%1$s\"},\"respond\":{\"status\":503}}]}",
                scene.model().id());
        play(scene, scene.desk().shelf().read("pact", text));
    }

    static void scenario(Scene scene) {
        var name = scene.text("scenario");
        var shelf = scene.desk().shelf();
        var found = shelf.find(name)
                .orElseThrow(() -> StateException.bad("no scenario is called \"" + name + "\"; " + shelf.fix(name)));
        play(scene, found);
    }

    static void quirk(Scene scene) {
        try {
            scene.behave(before -> before.withQuirks(before.quirks().with(scene.text("quirk"), scene.text("value"))));
        } catch (IllegalArgumentException e) {
            throw StateException.bad(String.valueOf(e.getMessage()));
        }
    }

    static void edition(Scene scene) {
        var id = scene.text("edition");
        var edition = Edition.find(id).orElseThrow(() -> StateException.bad("no edition is called \"" + id + "\""));
        scene.behave(before -> before.withEdition(edition));
    }

    private static void play(Scene scene, Scenario scenario) {
        scene.behave(before -> before.playing(scenario));
        MoneyStates.open(scene, scenario.settings().money());
    }

    /** One request by the rules of limits. */
    @FunctionalInterface
    private interface Use {
        LimitState by(Limits limits, LimitState before);
    }

    private static void spend(Scene scene, Use use) {
        scene.behave(before -> before.withLimits(true));
        var limits =
                new Limits(LimitSettings.of(scene.world().settings().behaviour().quirks()));
        UnaryOperator<LimitState> once = before -> use.by(limits, before);
        var subject = LimitSubject.apiKey(Credentials.maskKey(scene.apiKey()));
        scene.world().compute(Kinds.LIMITS, subject.key(), found -> {
            var state = found.orElse(LimitState.EMPTY);
            for (var i = 0; i < PLENTY; i++) {
                state = once.apply(state);
            }
            return Step.to(state);
        });
    }
}
