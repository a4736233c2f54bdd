package dev.venicesim.contract.check;

import dev.venicesim.contract.diff.SimulatedAnswers;
import dev.venicesim.contract.http.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counterpart of a target: a simulator that is asked the same, and the callers of the target among whom the many requests
 * go round, so that the failures of none are too many. Safe for several threads.
 */
public final class Counterpart {

    private final Optional<SimulatedAnswers> simulated;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<Target> callers = List.of();

    public Counterpart(Optional<SimulatedAnswers> simulated) {
        this.simulated = simulated;
    }

    /** A target that is compared with none. */
    public static Counterpart none() {
        return new Counterpart(Optional.empty());
    }

    /** Those who may ask, once they are known. */
    public void ask(List<Target> by) {
        callers = List.copyOf(by);
    }

    Optional<SimulatedAnswers> simulated() {
        return simulated;
    }

    /** Whether many callers share the failures, so that every model may be asked about. */
    boolean hasManyCallers() {
        return callers.size() > 1;
    }

    /** Who asks next. */
    Optional<Target> next() {
        var all = callers;
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(Math.floorMod(asked.getAndIncrement(), all.size())));
    }
}
