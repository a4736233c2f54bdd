package dev.venicesim.scenario;

import java.util.List;

/**
 * How a world behaves, as a scenario file says it.
 *
 * @param name the file's name without its ending, or what it was called when it was given
 * @param description for people; may be empty
 * @param settings how the world is set up
 * @param policy prompts that break the content policy; the first that fits decides
 * @param jobs what becomes of jobs; the first that takes the request decides
 * @param faults what goes wrong on the wire; the first that takes the request decides
 */
public record Scenario(
        String name,
        String description,
        Settings settings,
        List<PromptRule> policy,
        List<JobRule> jobs,
        List<FaultRule> faults) {

    /** The scenario of a world that has none: it decides nothing. */
    public static final Scenario NONE = new Scenario("none", "", Settings.NONE, List.of(), List.of(), List.of());

    public Scenario {
        policy = List.copyOf(policy);
        jobs = List.copyOf(jobs);
        faults = List.copyOf(faults);
    }
}
