package dev.venicesim.scenario;

import dev.venicesim.fault.Draw;
import dev.venicesim.fault.Fault;
import dev.venicesim.fault.Phase;
import dev.venicesim.jobs.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scenario at work: pure decisions about requests. Counters come in and go out; the same request with the same counters is decided the same.
 *
 * @param scenario what was written
 * @param seed what chances are drawn by: the scenario's, else the world's
 */
public record Script(Scenario scenario, long seed) {

    /** What nearly every job has, kept once. */
    private static final Outcome COMPLETES = new Outcome.Completes();

    private static final PromptRule MAGIC_VIOLATION =
            new PromptRule(PromptPattern.words(List.of("[sim:violation]")), Optional.empty());

    /** A plan for a job, and the counters after it. */
    public record Planned(JobPlan plan, Tally tally) {}

    /** The fault that strikes a request, if one does, and the counters after it. */
    public record Struck(Optional<Strike> strike, Tally tally) {}

    /**
     * A fault that strikes.
     *
     * @param n how many requests have fitted its rule, this one included; a lognormal delay draws by it
     * @param why for the request's trace
     */
    public record Strike(Fault fault, Phase phase, long n, String why) {}

    /** The scenario, drawn by its own seed or else by the world's. */
    public static Script of(Scenario scenario, long worldSeed) {
        return new Script(scenario, scenario.settings().seed().orElse(worldSeed));
    }

    /** The first prompt rule that fits, if any: empty {@code later} is a 422 at this call. A magic prompt counts as such a rule. */
    public Optional<PromptRule> policy(String prompt) {
        var magic = MagicPrompt.read(prompt);
        if (magic.violation()) {
            return Optional.of(MAGIC_VIOLATION);
        }
        return scenario.policy().stream()
                .filter(rule -> rule.prompt().foundIn(prompt))
                .findFirst();
    }

    /** What becomes of a job: the prompt's own word first, then the first job rule, then the prompt rules, then completion. */
    public Planned plan(Asked asked, Tally tally) {
        var magic = MagicPrompt.read(asked.prompt());
        var chosen = choose("jobs", scenario.jobs(), JobRule::when, asked, tally);
        var rule = chosen.rule();
        var why = new ArrayList<String>();
        var time = magic.time().or(() -> rule.flatMap(JobRule::time));
        var outcome = magic.outcome().or(() -> rule.flatMap(JobRule::outcome)).or(() -> refusedLater(asked.prompt()));
        magic.time().ifPresent(pace -> why.add("the prompt asks for a job time of " + pace.text()));
        magic.outcome().ifPresent(end -> why.add("the prompt asks for its outcome"));
        rule.ifPresent(is -> why.add(chosen.name() + " of scenario " + scenario.name() + " decides about this job"));
        var average =
                magic.time().isPresent() ? Optional.<java.time.Duration>empty() : rule.flatMap(JobRule::averageTime);
        var plan = new JobPlan(time, average, outcome.orElse(COMPLETES), List.copyOf(why));
        return new Planned(plan, chosen.tally());
    }

    /** What goes wrong with a request: the first fault rule that takes it. */
    public Struck fault(Asked asked, Tally tally) {
        var chosen = choose("faults", scenario.faults(), FaultRule::when, asked, tally);
        var strike = chosen.rule()
                .map(rule -> new Strike(
                        rule.fault(),
                        rule.phase(),
                        chosen.tally().of(chosen.name()),
                        chosen.name() + " of scenario " + scenario.name() + " strikes, "
                                + rule.phase().label() + " the request is carried out"));
        return new Struck(strike, chosen.tally());
    }

    private Optional<Outcome> refusedLater(String prompt) {
        return policy(prompt).flatMap(PromptRule::later);
    }

    private record Chosen<R>(Optional<R> rule, String name, Tally tally) {}

    // every rule counts the requests that fit it, whoever takes them: what a rule sees does not depend on its
    // neighbours
    private <R> Chosen<R> choose(String list, List<R> rules, Function<R, When> when, Asked asked, Tally before) {
        var tally = before;
        Optional<R> taken = Optional.empty();
        var name = "";
        for (int i = 0; i < rules.size(); i++) {
            var rule = list + "[" + i + "]";
            if (when.apply(rules.get(i)).fits(asked)) {
                tally = tally.plusOne(rule);
                if (taken.isEmpty()
                        && when.apply(rules.get(i)).takes(tally.of(rule), Draw.bits(seed, rule.hashCode()))) {
                    taken = Optional.of(rules.get(i));
                    name = rule;
                }
            }
        }
        return new Chosen<>(taken, name, tally);
    }
}
