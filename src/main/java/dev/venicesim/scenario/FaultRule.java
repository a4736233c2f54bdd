package dev.venicesim.scenario;

import dev.venicesim.fault.Fault;
import dev.venicesim.fault.Phase;

/** A fault, the requests it strikes, and where in their life. */
public record FaultRule(When when, Phase phase, Fault fault) {
    public FaultRule {
        if (phase == Phase.BEFORE && fault.needsReply()) {
            throw new IllegalArgumentException("this fault spoils a reply, so its phase is after");
        }
    }
}
