package dev.venicesim.control.pact;

import dev.venicesim.api.LimitClass;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.limits.LimitSettings;
import dev.venicesim.limits.LimitState;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.limits.RateLimitPolicy;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** States of limits, of models that are full, and of the world's rules. */
final class TrafficStates {

    /** More requests than any published limit allows in a minute. */
    private static final int PLENTY = 1000;

    private TrafficStates() {}

    static void windowUsedUp(StateContext context) {
        var label = context.text("endpoint");
        var call = LimitClass.find(label)
                .filter(found -> found == LimitClass.QUEUE || found == LimitClass.RETRIEVE)
                .orElseThrow(() -> StateException.bad("endpoint is queue or retrieve, not \"" + label + "\""));
        spend(
                context,
                (limits, state) -> limits.admit(state, call, context.now()).state());
    }

    static void blocked(StateContext context) {
        spend(context, (limits, state) -> limits.exhausted(state, context.now()));
    }

    static void modelAtCapacity(StateContext context) {
        var text = String.format(
                Locale.ROOT,
                "{\"faults\":[{\"on\":\"queue\",\"when\":{\"model\":\"%1$s\"},\"respond\":{\"status\":503}},"
                        + "{\"on\":\"retrieve\",\"when\":{\"model\":\"%1$s\"},\"respond\":{\"status\":503}}]}",
                context.model().id());
        play(context, context.services().scenarioRepository().read("pact", text));
    }

    static void scenario(StateContext context) {
        var name = context.text("scenario");
        var scenarioRepository = context.services().scenarioRepository();
        var found = scenarioRepository
                .find(name)
                .orElseThrow(() ->
                        StateException.bad("no scenario is called \"" + name + "\"; " + scenarioRepository.fix(name)));
        play(context, found);
    }

    static void quirk(StateContext context) {
        try {
            context.behave(
                    before -> before.withQuirks(before.quirks().with(context.text("quirk"), context.text("value"))));
        } catch (IllegalArgumentException e) {
            throw StateException.bad(String.valueOf(e.getMessage()));
        }
    }

    static void edition(StateContext context) {
        var id = context.text("edition");
        var edition = ApiEdition.find(id).orElseThrow(() -> StateException.bad("no edition is called \"" + id + "\""));
        context.behave(before -> before.withEdition(edition));
    }

    private static void play(StateContext context, ScenarioDefinition scenario) {
        context.behave(before -> before.playing(scenario));
        MoneyStates.open(context, scenario.settings().money());
    }

    /** One request by the rules of limits. */
    @FunctionalInterface
    private interface Use {
        LimitState by(RateLimitPolicy limits, LimitState before);
    }

    private static void spend(StateContext context, Use use) {
        context.behave(before -> before.withLimits(true));
        var limits = new RateLimitPolicy(
                LimitSettings.of(context.world().settings().behaviour().quirks()));
        UnaryOperator<LimitState> once = before -> use.by(limits, before);
        var subject = LimitSubject.apiKey(CredentialMask.maskKey(context.apiKey()));
        context.world().compute(StateKinds.LIMITS, subject.key(), found -> {
            var state = found.orElse(LimitState.EMPTY);
            for (var i = 0; i < PLENTY; i++) {
                state = once.apply(state);
            }
            return Transition.to(state);
        });
    }
}
