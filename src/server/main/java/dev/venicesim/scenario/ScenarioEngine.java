package dev.venicesim.scenario;

import dev.venicesim.fault.Fault;
import dev.venicesim.fault.FaultPhase;
import dev.venicesim.fault.SeededRandom;
import dev.venicesim.jobs.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scenario at work: pure decisions about requests. Counters come in and go out; the same request with the same
 * counters is decided the same.
 *
 * @param scenario what was written
 * @param seed what chances are drawn by: the scenario's, else the world's
 */
public record ScenarioEngine(ScenarioDefinition scenario, long seed) {

    /** What nearly every job has, kept once. */
    private static final Outcome COMPLETES = new Outcome.Completes();

    private static final PromptRule MAGIC_VIOLATION =
            new PromptRule(PromptPattern.words(List.of("[sim:violation]")), Optional.empty());

    /** A plan for a job, and the counters after it. */
    public record Planned(JobPlan plan, MatchCounters counters) {}

    /** The fault that strikes a request, if one does, and the counters after it. */
    public record Struck(Optional<Strike> strike, MatchCounters counters) {}

    /**
     * A fault that strikes.
     *
     * @param n how many requests have fitted its rule, this one included; a lognormal delay draws by it
     * @param why for the request's trace
     */
    public record Strike(Fault fault, FaultPhase phase, long n, String why) {}

    /** The scenario, drawn by the seed of its world: the one the world was declared with, else the scenario's own. */
    public static ScenarioEngine of(ScenarioDefinition scenario, long worldSeed) {
        return new ScenarioEngine(scenario, worldSeed);
    }

    /**
     * The first prompt rule that fits, if any: empty {@code later} is a 422 at this call. A magic prompt counts as such
     * a rule.
     */
    public Optional<PromptRule> policy(String prompt) {
        var magic = MagicPrompt.read(prompt);
        if (magic.violation()) {
            return Optional.of(MAGIC_VIOLATION);
        }
        return scenario.policy().stream()
                .filter(rule -> rule.prompt().foundIn(prompt))
                .findFirst();
    }

    /**
     * What becomes of a job: the prompt's own word first, then the first job rule, then the prompt rules, then
     * completion.
     */
    public Planned plan(MatchInput asked, MatchCounters counters) {
        var magic = MagicPrompt.read(asked.prompt());
        var chosen = choose("jobs", scenario.jobs(), JobRule::when, asked, counters);
        var rule = chosen.rule();
        var why = new ArrayList<String>();
        var time = magic.time().or(() -> rule.flatMap(JobRule::time));
        var outcome = magic.outcome().or(() -> rule.flatMap(JobRule::outcome)).or(() -> refusedLater(asked.prompt()));
        magic.time().ifPresent(pace -> why.add("the prompt asks for a job time of " + pace.text()));
        magic.outcome().ifPresent(end -> why.add("the prompt asks for its outcome"));
        magic.unknown()
                .forEach(mark -> why.add("the prompt holds " + mark
                        + ", which is no marker and so ordinary text; there are " + MagicPrompt.MARKERS));
        rule.ifPresent(is -> why.add(chosen.name() + " of scenario " + scenario.name() + " decides about this job"));
        var average =
                magic.time().isPresent() ? Optional.<java.time.Duration>empty() : rule.flatMap(JobRule::averageTime);
        var plan = new JobPlan(time, average, outcome.orElse(COMPLETES), List.copyOf(why));
        return new Planned(plan, chosen.counters());
    }

    /**
     * What goes wrong with a request: the first fault rule of the scenario that takes it, or else the first that is
     * there for a time.
     *
     * @param realNow in the outside world, by which passing faults end
     */
    public Struck fault(MatchInput asked, MatchCounters counters, Instant realNow) {
        var own = scenario.withoutPassingFaults().faults();
        var first = choose("faults", own, FaultRule::when, asked, counters);
        var struck = struck(first, " of scenario " + scenario.name());
        var passing = scenario.passingFaults().stream()
                .filter(rule -> rule.isAtWork(realNow))
                .toList();
        if (passing.isEmpty()) {
            return struck;
        }
        // counted apart for each time that some are put
        var list = "passing faults until " + passing.get(0).until().orElse(realNow);
        var second = choose(list, passing, FaultRule::when, asked, struck.counters());
        return struck.strike().isPresent() ? new Struck(struck.strike(), second.counters()) : struck(second, "");
    }

    private static Struck struck(Chosen<FaultRule> chosen, String whose) {
        var strike = chosen.rule()
                .map(rule -> new Strike(
                        rule.fault(),
                        rule.phase(),
                        chosen.counters().of(chosen.name()),
                        chosen.name() + whose + " strikes, " + rule.phase().label() + " the request is carried out"));
        return new Struck(strike, chosen.counters());
    }

    private Optional<Outcome> refusedLater(String prompt) {
        return policy(prompt).flatMap(PromptRule::later);
    }

    private record Chosen<R>(Optional<R> rule, String name, MatchCounters counters) {}

    // every rule counts the requests that fit it, whoever takes them: what a rule sees does not depend on its
    // neighbours
    private <R> Chosen<R> choose(
            String list, List<R> rules, Function<R, RuleCondition> when, MatchInput asked, MatchCounters before) {
        var counters = before;
        Optional<R> taken = Optional.empty();
        var name = "";
        for (int i = 0; i < rules.size(); i++) {
            var rule = list + "[" + i + "]";
            if (when.apply(rules.get(i)).fits(asked)) {
                counters = counters.plusOne(rule);
                if (taken.isEmpty()
                        && when.apply(rules.get(i))
                                .takes(counters.of(rule), SeededRandom.bits(seed, rule.hashCode()))) {
                    taken = Optional.of(rules.get(i));
                    name = rule;
                }
            }
        }
        return new Chosen<>(taken, name, counters);
    }
}
