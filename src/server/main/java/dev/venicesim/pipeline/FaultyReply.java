package dev.venicesim.pipeline;

import dev.venicesim.fault.Fault;
import dev.venicesim.scenario.ScenarioEngine.Strike;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.ReplyDamage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Reply spoiled by a fault: what the client gets, and what it makes of it. */
final class FaultyReply {

    /** Most clients have given up by then. */
    private static final Duration TOO_LATE = Duration.ofSeconds(60);

    private FaultyReply() {}

    /** What reaches the client of a reply. */
    static Reply.Now of(Fault fault, Reply.Now reply) {
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

    /** Whether the client gets no status at all. */
    static boolean isLost(Fault fault) {
        return fault instanceof Fault.Reset || fault instanceof Fault.Hang;
    }

    /** Whether the client gets the whole reply, and in time for most. */
    static boolean isHarmless(Strike by) {
        return by.fault() instanceof Fault.Throttle
                || (by.fault() instanceof Fault.Delay delay
                        && delay.latency().of(by.n()).compareTo(TOO_LATE) < 0);
    }

    private static Optional<ReplyDamage> damage(Fault fault) {
        if (fault instanceof Fault.Reset) {
            return Optional.of(new ReplyDamage.Reset());
        }
        if (fault instanceof Fault.ResetInside inside) {
            return Optional.of(new ReplyDamage.ResetAfter(inside.afterBytes()));
        }
        if (fault instanceof Fault.Truncate truncate) {
            return Optional.of(new ReplyDamage.CloseAfter(truncate.afterBytes()));
        }
        return fault instanceof Fault.Throttle throttle
                ? Optional.of(new ReplyDamage.Trickle(throttle.bytesPerSecond()))
                : Optional.empty();
    }

    private static Reply.Now respond(Fault.Respond respond) {
        var body = respond.body();
        var reply = body.isTextual()
                ? Reply.bytes(
                        respond.status(),
                        "text/plain; charset=utf-8",
                        body.textValue().getBytes(StandardCharsets.UTF_8))
                : Reply.json(respond.status(), body);
        for (var header : respond.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
