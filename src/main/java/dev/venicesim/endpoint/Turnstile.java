package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.limits.Answer;
import dev.venicesim.limits.Decision;
import dev.venicesim.limits.LimitState;
import dev.venicesim.limits.LimitedCall;
import dev.venicesim.limits.Moment;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where a world's requests are counted, on the way in and, if they failed, on the way out. */
final class Turnstile {

    private Turnstile() {}

    static Decision admit(Arrival arrival, Playbook playbook, LimitedCall call, Instant now) {
        return arrival.world().compute(Kinds.LIMITS, arrival.subject().key(), found -> {
            var before = found.orElse(LimitState.EMPTY);
            var decision = playbook.limits().admit(before, call, now);
            return found.isEmpty() && decision.state().equals(LimitState.EMPTY)
                    ? new Step<>(Optional.empty(), decision)
                    : Step.to(decision.state(), decision);
        });
    }

    /** Counts a failure against the budget of failed requests. */
    static void count(Arrival arrival, LimitedCall call, Reply.Now reply, Playbook playbook, Instant now) {
        if (reply.status() < 400) {
            return;
        }
        var answer = answer(arrival, call, reply);
        arrival.world().compute(Kinds.LIMITS, arrival.subject().key(), found -> {
            var after = playbook.limits().record(found.orElse(LimitState.EMPTY), answer, now);
            return found.isEmpty() && after.equals(LimitState.EMPTY)
                    ? new Step<LimitState, Boolean>(Optional.empty(), false)
                    : Step.to(after, true);
        });
    }

    /** Tells an authenticated caller what is left. */
    static void headers(
            Arrival arrival, Playbook playbook, Decision decision, Moment moment, BiConsumer<String, String> sink) {
        if (!(arrival.caller() instanceof Caller.Anonymous)) {
            playbook.limitReply().headers(decision, arrival.subject(), moment, sink);
        }
    }

    private static Answer answer(Arrival arrival, LimitedCall call, Reply.Now reply) {
        if (reply.status() == 402 && arrival.caller() instanceof Caller.Anonymous) {
            return Answer.discovery();
        }
        return reply.status() == 409 && call == LimitedCall.QUEUE ? Answer.needsConsent() : Answer.of(reply.status());
    }
}
