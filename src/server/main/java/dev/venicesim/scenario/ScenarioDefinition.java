package dev.venicesim.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Behaviour of a world, as a scenario file says it.
 *
 * @param name the file's name without its ending, or what it was called when it was given
 * @param description for people; may be empty
 * @param settings how the world is set up
 * @param policy prompts that break the content policy; the first that fits decides
 * @param jobs what becomes of jobs; the first that takes the request decides
 * @param faults what goes wrong on the wire; the first that takes the request decides
 */
public record ScenarioDefinition(
        String name,
        String description,
        ScenarioSettings settings,
        List<PromptRule> policy,
        List<JobRule> jobs,
        List<FaultRule> faults) {

    /** The scenario of a world that has none: it decides nothing. */
    public static final ScenarioDefinition NONE =
            new ScenarioDefinition("none", "", ScenarioSettings.NONE, List.of(), List.of(), List.of());

    /** This scenario, and faults beside it that end by themselves in real time; those put before are gone. */
    public ScenarioDefinition withPassingFaults(List<FaultRule> passing, Instant until) {
        var all = new ArrayList<>(withoutPassingFaults().faults);
        passing.forEach(rule -> all.add(rule.endingAt(until)));
        return new ScenarioDefinition(name, description, settings, policy, jobs, all);
    }

    /** What was written, without the faults that end by themselves. */
    public ScenarioDefinition withoutPassingFaults() {
        if (passingFaults().isEmpty()) {
            return this;
        }
        var own = faults.stream().filter(rule -> rule.until().isEmpty()).toList();
        return new ScenarioDefinition(name, description, settings, policy, jobs, own);
    }

    /** The faults that end by themselves. */
    public List<FaultRule> passingFaults() {
        return faults.stream().filter(rule -> rule.until().isPresent()).toList();
    }

    public ScenarioDefinition {
        policy = List.copyOf(policy);
        jobs = List.copyOf(jobs);
        faults = List.copyOf(faults);
    }
}
