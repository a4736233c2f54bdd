package dev.venicesim.scenario;

import dev.venicesim.fault.Fault;
import dev.venicesim.fault.FaultPhase;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault, the requests it strikes, and where in their life.
 *
 * @param until when it ends by itself, in real time; a scenario's own lasts as long as the scenario
 */
public record FaultRule(RuleCondition when, FaultPhase phase, Fault fault, Optional<Instant> until) {
    public FaultRule {
        if (phase == FaultPhase.BEFORE && fault.needsReply()) {
            throw new IllegalArgumentException("this fault spoils a reply, so its phase is after");
        }
    }

    FaultRule(RuleCondition when, FaultPhase phase, Fault fault) {
        this(when, phase, fault, Optional.empty());
    }

    FaultRule endingAt(Instant end) {
        return new FaultRule(when, phase, fault, Optional.of(end));
    }

    /** Whether it is at work at an instant of real time. */
    public boolean isAtWork(Instant realNow) {
        return until.isEmpty() || realNow.isBefore(until.get());
    }
}
