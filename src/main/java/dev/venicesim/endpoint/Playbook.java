package dev.venicesim.endpoint;

import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.limits.LimitReply;
import dev.venicesim.limits.LimitSettings;
import dev.venicesim.limits.LimitedCall;
import dev.venicesim.limits.Limits;
import dev.venicesim.media.link.LinkSettings;
import dev.venicesim.media.link.Links;
import dev.venicesim.scenario.Script;
import dev.venicesim.scenario.Settings;
import dev.venicesim.world.WorldSettings.Behaviour;
import java.time.Duration;
import java.util.Optional;

/**
 * What a world's behaviour means to the stages; worked out once for each behaviour.
 *
 * @param limits how often callers may call
 * @param limitReply what they are told about it
 * @param links what download links allow
 * @param mediaLifetime how long jobs and their media are kept
 * @param faces who is in which media, as the scenario says
 * @param script the scenario at work: content policy, jobs, faults
 */
public record Playbook(
        Limits limits, LimitReply limitReply, Links links, Duration mediaLifetime, FaceRegister faces, Script script) {

    static Playbook of(Behaviour behaviour) {
        var says = behaviour.scenario().settings();
        var limits = limits(behaviour, says.limits());
        return new Playbook(
                new Limits(limits),
                new LimitReply(limits, behaviour.quirks()),
                new Links(links(says.links()), behaviour.quirks()),
                says.mediaLifetime().orElse(JobTimes.KEEP),
                FaceRegister.parse(says.faces()),
                Script.of(behaviour.scenario(), behaviour.seed()));
    }

    /** The consent policy the scenario puts in force, if it speaks of one. */
    Optional<PolicyVersion> policy() {
        var says = script.scenario().settings().consent();
        if (says.version().isEmpty() && says.policyText().isEmpty()) {
            return Optional.empty();
        }
        var documented = PolicyVersion.documented();
        return Optional.of(new PolicyVersion(
                says.version().orElse(documented.version()), says.policyText().orElse(documented.text())));
    }

    private static LimitSettings limits(Behaviour behaviour, Settings.Limits says) {
        var limits = LimitSettings.of(behaviour.quirks()).switched(behaviour.limits());
        if (says.queue().isPresent()) {
            limits = limits.withPerMinute(LimitedCall.QUEUE, says.queue().getAsInt());
        }
        if (says.retrieve().isPresent()) {
            limits = limits.withPerMinute(LimitedCall.RETRIEVE, says.retrieve().getAsInt());
        }
        return says.failed().isPresent()
                ? limits.withBudget(limits.budget().withAllowed(says.failed().getAsInt()))
                : limits;
    }

    private static LinkSettings links(Settings.Links says) {
        var documented = LinkSettings.documented();
        return new LinkSettings(
                says.lifetime().orElse(documented.validFor()),
                says.fetches().orElse(documented.fullReads()),
                says.perMinute().orElse(documented.getsPerMinute()),
                says.addresses().orElse(documented.addresses()));
    }
}
