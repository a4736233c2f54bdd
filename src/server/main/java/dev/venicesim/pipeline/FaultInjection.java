package dev.venicesim.pipeline;

import dev.venicesim.fault.Fault;
import dev.venicesim.fault.FaultPhase;
import dev.venicesim.scenario.MatchCounters;
import dev.venicesim.scenario.ScenarioEngine;
import dev.venicesim.scenario.ScenarioEngine.Strike;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Injection of faults: what goes wrong with requests on purpose, before they are carried out, to their replies, and
 * while those are sent.
 */
final class FaultInjection {

    private final WorldReader reader;
    private final Pipeline.Waits waits;

    FaultInjection(WorldReader reader, Pipeline.Waits waits) {
        this.reader = reader;
        this.waits = waits;
    }

    /**
     * Finds the fault that strikes a request, if any. One that strikes before the request is carried out answers it,
     * unless it only delays it.
     */
    Progress strike(Exchange exchange) {
        var script = exchange.policies().script();
        if (script.scenario().faults().isEmpty()
                || script.scenario().faults().stream().noneMatch(rule -> rule.isAtWork(exchange.realNow()))) {
            return exchange;
        }
        var strike = draw(exchange, script);
        if (strike.isEmpty()) {
            return exchange;
        }
        var by = strike.get();
        exchange.why().note(by.why());
        var struck = exchange.struckBy(by);
        if (by.phase() != FaultPhase.BEFORE) {
            return struck;
        }
        return by.fault() instanceof Fault.Delay delay
                ? delayed(struck, delay.latency().of(by.n()))
                : struck.answered(new Answered(Answered.By.SIMULATOR, new Effect.NotReached(), Reply.empty(200)));
    }

    /** Does to the reply what the fault does to it. */
    Exchange spoil(Exchange exchange) {
        return exchange.fault().isEmpty()
                ? exchange
                : exchange.replying(FaultyReply.of(
                        exchange.fault().get().fault(), exchange.answer().reply()));
    }

    /**
     * Keeps back a reply that comes late or never. What is late only on its way back has happened before: so it is
     * written down by then.
     */
    Progress hold(Exchange exchange) {
        if (exchange.fault().isEmpty()) {
            return exchange;
        }
        var by = exchange.fault().get();
        if (by.fault() instanceof Fault.Hang) {
            return new Progress.Over(silent(exchange.world()));
        }
        return by.phase() == FaultPhase.AFTER && by.fault() instanceof Fault.Delay delay
                ? Progress.Later.there(wait(exchange.world(), delay.latency().of(by.n()))
                        .thenApply(over -> over == PendingReplies.Over.TIME ? exchange : cut()))
                : exchange;
    }

    /** The request is counted, whether a fault strikes it or not. */
    private static Optional<Strike> draw(Exchange exchange, ScenarioEngine script) {
        var input = MatchInputs.of(exchange, script);
        return exchange.world().compute(StateKinds.COUNTERS, found -> {
            var struck = script.fault(input, found.orElse(MatchCounters.EMPTY), exchange.realNow());
            return Transition.to(struck.counters(), struck.strike());
        });
    }

    /**
     * The world is read again after the delay, in which its clock may have been moved: the stages are to see the time
     * at which they are asked.
     */
    private Progress delayed(Exchange struck, Duration delay) {
        return new Progress.Later(
                wait(struck.world(), delay)
                        .thenApplyAsync(
                                over -> over == PendingReplies.Over.TIME
                                        ? struck.readAs(reader.read(struck.world()))
                                        : cut(),
                                waits.workers()),
                waits.workers());
    }

    private static Progress cut() {
        return new Progress.Over(Reply.cut());
    }

    private CompletionStage<PendingReplies.Over> wait(World world, Duration delay) {
        var wait = waits.pending().hold(world.id());
        var cancel = waits.alarm().after(delay, () -> wait.complete(PendingReplies.Over.TIME));
        var unused = wait.thenAccept(over -> {
            if (over == PendingReplies.Over.CLOSED) {
                cancel.run();
            }
        });
        return wait;
    }

    private Reply silent(World world) {
        var wait = waits.pending().hold(world.id());
        return new Reply.Silent(wait.thenAccept(over -> {}), () -> wait.complete(PendingReplies.Over.CLOSED));
    }
}
