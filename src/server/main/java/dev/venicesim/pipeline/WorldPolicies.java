package dev.venicesim.pipeline;

import dev.venicesim.api.LimitClass;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.download.LinkLifecycle;
import dev.venicesim.download.LinkSettings;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.limits.LimitReply;
import dev.venicesim.limits.LimitSettings;
import dev.venicesim.limits.RateLimitPolicy;
import dev.venicesim.scenario.ScenarioEngine;
import dev.venicesim.scenario.ScenarioSettings;
import dev.venicesim.world.WorldConfiguration.Behaviour;
import java.time.Duration;
import java.util.Optional;

/**
 * Policies of a world: what its behaviour means to the stages, worked out once for each behaviour.
 *
 * @param limits how often callers may call
 * @param limitReply what they are told about it
 * @param links what download links allow
 * @param mediaLifetime how long jobs and their media are kept
 * @param faces who is in which media, as the scenario says
 * @param script the scenario at work: content policy, jobs, faults
 */
public record WorldPolicies(
        RateLimitPolicy limits,
        LimitReply limitReply,
        LinkLifecycle links,
        Duration mediaLifetime,
        FaceRegister faces,
        ScenarioEngine script) {

    static WorldPolicies of(Behaviour behaviour) {
        var says = behaviour.scenario().settings();
        var limits = limits(behaviour, says.limits());
        return new WorldPolicies(
                new RateLimitPolicy(limits),
                new LimitReply(limits, behaviour.quirks()),
                new LinkLifecycle(links(says.links()), behaviour.quirks()),
                says.mediaLifetime().orElse(JobTimes.KEEP),
                FaceRegister.parse(says.faces()),
                ScenarioEngine.of(behaviour.scenario(), behaviour.seed()));
    }

    /** The consent policy the scenario puts in force, if it speaks of one. */
    public Optional<PolicyVersion> policy() {
        var says = script.scenario().settings().consent();
        if (says.version().isEmpty() && says.policyText().isEmpty()) {
            return Optional.empty();
        }
        var documented = PolicyVersion.documented();
        return Optional.of(new PolicyVersion(
                says.version().orElse(documented.version()), says.policyText().orElse(documented.text())));
    }

    private static LimitSettings limits(Behaviour behaviour, ScenarioSettings.Limits says) {
        var limits = LimitSettings.of(behaviour.quirks()).switched(behaviour.limits());
        if (says.queue().isPresent()) {
            limits = limits.withPerMinute(LimitClass.QUEUE, says.queue().getAsInt());
        }
        if (says.retrieve().isPresent()) {
            limits = limits.withPerMinute(LimitClass.RETRIEVE, says.retrieve().getAsInt());
        }
        return says.failed().isPresent()
                ? limits.withBudget(limits.budget().withAllowed(says.failed().getAsInt()))
                : limits;
    }

    private static LinkSettings links(ScenarioSettings.Links says) {
        var documented = LinkSettings.documented();
        return new LinkSettings(
                says.lifetime().orElse(documented.validFor()),
                says.fetches().orElse(documented.fullReads()),
                says.perMinute().orElse(documented.getsPerMinute()),
                says.addresses().orElse(documented.addresses()));
    }
}
