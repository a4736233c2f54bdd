package dev.venicesim.endpoint;

import dev.venicesim.fault.Fault;
import dev.venicesim.fault.Phase;
import dev.venicesim.journal.finding.Event.Arrival;
import dev.venicesim.scenario.Asked;
import dev.venicesim.scenario.Script;
import dev.venicesim.scenario.Script.Strike;
import dev.venicesim.scenario.Tally;
import dev.venicesim.scenario.When;
import dev.venicesim.time.Alarm;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Damage;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import dev.venicesim.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What goes wrong with requests on purpose: which fault strikes one, and what it does to the reply.
 *
 * @param held requests that are kept waiting
 * @param alarm calls back when a delay is over
 * @param workers go on with a delayed request
 */
public record Faults(Held held, Alarm alarm, Executor workers) {

    /** Most clients have given up by then. */
    private static final Duration TOO_LATE = Duration.ofSeconds(60);

    /** What the journal says where a client got no status at all. */
    static final int NO_STATUS = 0;

    /** The fault that strikes a request, if any; the request is counted. */
    Optional<Strike> strike(World world, Script script, Supplier<Asked> asked) {
        if (script.scenario().faults().isEmpty()) {
            return Optional.empty();
        }
        var what = asked.get();
        return world.compute(Kinds.TALLY, found -> {
            var struck = script.fault(what, found.orElse(Tally.EMPTY));
            return Step.to(struck.tally(), struck.strike());
        });
    }

    /** Whether some rule asks for the model or the prompt of a request, so that its body must be looked at. */
    static boolean lookInside(Script script) {
        return script.scenario().faults().stream()
                .anyMatch(rule ->
                        rule.when().prompt().isPresent() || !rule.when().model().equals(When.ALWAYS.model()));
    }

    /** A request struck before it is carried out: answered here, or carried out later. */
    Reply before(World world, Strike strike, Supplier<Reply> carryOut, Supplier<Reply.Now> answer) {
        if (strike.fault() instanceof Fault.Delay delay) {
            return new Reply.Later(wait(world, delay.latency().of(strike.n()))
                    .thenComposeAsync(
                            over -> over == Held.Over.TIME
                                    ? carryOut.get().stage()
                                    : CompletableFuture.completedFuture(Reply.cut()),
                            workers));
        }
        var answered = answer.get();
        return strike.fault() instanceof Fault.Hang ? silent(world) : answered;
    }

    /** A reply struck on its way back, if that takes time; {@link #spoil} does the rest. */
    Reply after(World world, Strike strike, Reply reply) {
        if (strike.fault() instanceof Fault.Delay delay) {
            return new Reply.Later(reply.stage()
                    .thenCompose(now -> wait(world, delay.latency().of(strike.n()))
                            .thenApply(over -> over == Held.Over.TIME ? now : Reply.cut())));
        }
        return strike.fault() instanceof Fault.Hang ? silent(world) : reply;
    }

    /** What reaches the client of a reply. */
    static Reply.Now spoil(Strike strike, Reply.Now reply) {
        var fault = strike.fault();
        if (fault instanceof Fault.Respond respond) {
            return respond(respond).withDefaults(reply.headers());
        }
        if (fault instanceof Fault.Garbage garbage) {
            return new Reply.Now(reply.status(), reply.headers(), new Content.Bytes(garbage.bytes()));
        }
        if (fault instanceof Fault.ContentType type) {
            return reply.with("Content-Type", type.type());
        }
        return damage(fault)
                .map(damage ->
                        new Reply.Now(reply.status(), reply.headers(), new Content.Spoiled(reply.content(), damage)))
                .orElse(reply);
    }

    /** What the journal keeps of a reply that a fault may have spoiled. */
    static Logbook.Outcome outcome(Optional<Strike> strike, Reply.Now meant, Reply.Now sent) {
        if (strike.isEmpty()) {
            return Logbook.Outcome.of(meant, Logbook.SIMULATOR);
        }
        var by = strike.get();
        var seen = loses(by) ? new Reply.Now(NO_STATUS, sent.headers(), sent.content()) : sent;
        var late = by.fault() instanceof Fault.Delay delay
                && delay.latency().of(by.n()).compareTo(TOO_LATE) >= 0;
        var harmless = by.fault() instanceof Fault.Throttle || (by.fault() instanceof Fault.Delay && !late);
        return new Logbook.Outcome(
                isBefore(by) && !harmless ? seen : meant, seen, Logbook.FAULT, harmless ? Arrival.WHOLE : Arrival.LOST);
    }

    private static boolean loses(Strike strike) {
        return strike.fault() instanceof Fault.Reset || strike.fault() instanceof Fault.Hang;
    }

    /** Whether a fault strikes before the request is carried out. */
    static boolean isBefore(Strike strike) {
        return strike.phase() == Phase.BEFORE;
    }

    private static Optional<Damage> damage(Fault fault) {
        if (fault instanceof Fault.Reset) {
            return Optional.of(new Damage.Reset());
        }
        if (fault instanceof Fault.ResetInside inside) {
            return Optional.of(new Damage.ResetAfter(inside.afterBytes()));
        }
        if (fault instanceof Fault.Truncate truncate) {
            return Optional.of(new Damage.CloseAfter(truncate.afterBytes()));
        }
        return fault instanceof Fault.Throttle throttle
                ? Optional.of(new Damage.Trickle(throttle.bytesPerSecond()))
                : Optional.empty();
    }

    private static Reply.Now respond(Fault.Respond respond) {
        var body = respond.body();
        var reply = body.isTextual()
                ? Reply.bytes(
                        respond.status(),
                        "text/plain; charset=utf-8",
                        body.textValue().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : Reply.json(respond.status(), body);
        for (var header : respond.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private CompletionStage<Held.Over> wait(World world, Duration delay) {
        var wait = held.hold(world.id());
        var cancel = alarm.after(delay, () -> wait.complete(Held.Over.TIME));
        var unused = wait.thenAccept(over -> {
            if (over == Held.Over.CLOSED) {
                cancel.run();
            }
        });
        return wait;
    }

    private Reply silent(World world) {
        var wait = held.hold(world.id());
        return new Reply.Silent(wait.thenAccept(over -> {}), () -> wait.complete(Held.Over.CLOSED));
    }
}
