package dev.venicesim.endpoint;

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

/**
 * What a world's behaviour means to the stages; worked out once for each behaviour.
 *
 * @param limits how often callers may call
 * @param limitReply what they are told about it
 * @param links what download links allow
 * @param mediaLifetime how long jobs and their media are kept
 * @param script the scenario at work: content policy, jobs, faults
 */
public record Playbook(Limits limits, LimitReply limitReply, Links links, Duration mediaLifetime, Script script) {

    static Playbook of(Behaviour behaviour) {
        var says = behaviour.scenario().settings();
        var limits = limits(behaviour, says.limits());
        return new Playbook(
                new Limits(limits),
                new LimitReply(limits, behaviour.quirks()),
                new Links(links(says.links()), behaviour.quirks()),
                says.mediaLifetime().orElse(JobTimes.KEEP),
                Script.of(behaviour.scenario(), behaviour.seed()));
    }

    /** What the scenario says of the consent policy, if anything. */
    public Settings.Consent consent() {
        return script.scenario().settings().consent();
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
