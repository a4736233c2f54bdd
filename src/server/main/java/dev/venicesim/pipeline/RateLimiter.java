package dev.venicesim.pipeline;

import dev.venicesim.api.LimitClass;
import dev.venicesim.auth.Caller;
import dev.venicesim.billing.reads.RateLimitLog;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.limits.ClockReading;
import dev.venicesim.limits.FinishedRequest;
import dev.venicesim.limits.LimitDecision;
import dev.venicesim.limits.LimitState;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Rate limiter: counts the requests of a world's callers on the way in and, if they failed, on the way out. */
public final class RateLimiter {

    /** A longer body is not read only to name its model. */
    private static final int GLANCED_AT = 64 * 1024;

    /** No id is longer; failures under longer ones are counted by how they begin. */
    private static final int LONGEST_MODEL = 200;

    private RateLimiter() {}

    static Exchange admit(Exchange exchange) {
        var limited = exchange.operation().limitClass();
        if (limited == LimitClass.LINK) {
            return exchange;
        }
        var decision = decide(exchange, limited);
        var decided = exchange.limitedBy(decision);
        if (decision.admitted()) {
            return decided;
        }
        note(exchange, decision.ruling());
        return decided.refused(exchange.policies().limitReply().refusal(decision, limited, moment(exchange)));
    }

    /** The exchange of somebody whose credentials are refused; refused for its many failures if there were so many. */
    static Exchange stop(Exchange exchange, Refusal refusal) {
        var counting = exchange.sender().counting();
        var decision = counting.find(
                        StateKinds.LIMITS, exchange.sender().subject().key())
                .map(state -> exchange.policies().limits().block(state, budgetOf(exchange), exchange.now()))
                .filter(ruled -> !ruled.admitted());
        return decision.map(exchange::limitedBy)
                .orElse(exchange)
                .refused(decision.map(ruled -> exchange.policies()
                                .limitReply()
                                .refusal(ruled, exchange.operation().limitClass(), moment(exchange)))
                        .orElse(refusal));
    }

    /** Counts a request against a further limit of its user, that of its operation being behind it. */
    public static Verdict<LimitDecision> also(Exchange exchange, LimitClass limited) {
        var decision = decide(exchange, exchange.world(), userOf(exchange), limited);
        return decision.admitted()
                ? Verdict.accept(decision)
                : Verdict.refuse(exchange.policies().limitReply().refusal(decision, limited, moment(exchange)));
    }

    /** Counts a failure against the budget of failed requests. */
    static Exchange count(Exchange exchange) {
        var status = exchange.answer().reply().status();
        if (status >= 400 && isCounted(exchange)) {
            var answer = answer(exchange, status);
            var model = budgetOf(exchange);
            exchange.sender()
                    .counting()
                    .compute(StateKinds.LIMITS, exchange.sender().subject().key(), found -> {
                        var after = exchange.policies()
                                .limits()
                                .record(found.orElse(LimitState.EMPTY), answer, model, exchange.now());
                        return found.isEmpty() && after.equals(LimitState.EMPTY)
                                ? new Transition<LimitState, Boolean>(Optional.empty(), false)
                                : Transition.to(after, true);
                    });
        }
        return exchange;
    }

    /** Tells an authenticated caller what is left. */
    static void headers(Exchange exchange, BiConsumer<String, String> sink) {
        if (exchange.limit().isPresent() && !(exchange.caller() instanceof Caller.Anonymous)) {
            exchange.policies()
                    .limitReply()
                    .headers(exchange.limit().get(), exchange.sender().subject(), moment(exchange), sink);
        }
    }

    static ClockReading moment(Exchange exchange) {
        return new ClockReading(exchange.settings().clock(), exchange.clientNow());
    }

    /**
     * Counts a request against a limit of its address, whoever sent it; its refusal if there were too many.
     *
     * @param anonymous which keeps what is counted of addresses
     */
    public static Optional<Refusal> byAddress(Exchange exchange, World anonymous, LimitClass limited) {
        var address = LimitSubject.address(exchange.request().remoteAddress());
        var decision = decide(exchange, anonymous, address, limited);
        return decision.admitted()
                ? Optional.empty()
                : Optional.of(exchange.policies().limitReply().refusal(decision, limited, moment(exchange)));
    }

    /** All keys of a world are one user's, whom the first of them stands for; who has none is counted as always. */
    private static LimitSubject userOf(Exchange exchange) {
        return exchange.settings().credentials().stream()
                .filter(first -> exchange.caller() instanceof Caller.ApiKey)
                .findFirst()
                .map(first -> LimitSubject.user(CredentialMask.maskKey(first.value())))
                .orElse(exchange.sender().subject());
    }

    private static LimitDecision decide(Exchange exchange, LimitClass limited) {
        var sender = exchange.sender();
        return decide(exchange, sender.counting(), sender.subject(), limited);
    }

    private static LimitDecision decide(Exchange exchange, World counting, LimitSubject subject, LimitClass limited) {
        var model = budgetOf(exchange);
        return counting.compute(StateKinds.LIMITS, subject.key(), found -> {
            var before = found.orElse(LimitState.EMPTY);
            var decision = exchange.policies().limits().admit(before, limited, model, exchange.now());
            return found.isEmpty() && decision.state().equals(LimitState.EMPTY)
                    ? new Transition<>(Optional.empty(), decision)
                    : Transition.to(decision.state(), decision);
        });
    }

    /** What is gone is no caller's failure; whoever asks for it has a limit of its own. */
    private static boolean isCounted(Exchange exchange) {
        return !(exchange.answer().effect() instanceof Effect.NotReached)
                && !exchange.isStubbed()
                && !isGone(exchange)
                && exchange.operation().limitClass() != LimitClass.LINK;
    }

    private static boolean isGone(Exchange exchange) {
        return exchange.operation().limitClass() == LimitClass.TRANSCRIPTIONS
                && exchange.answer().reply().status() == 410;
    }

    private static FinishedRequest answer(Exchange exchange, int status) {
        if (status == 402 && exchange.caller() instanceof Caller.Anonymous) {
            return FinishedRequest.discovery();
        }
        return status == 409 && exchange.operation().limitClass() == LimitClass.QUEUE
                ? FinishedRequest.needsConsent()
                : FinishedRequest.of(status);
    }

    /** Enters a refused request into the log that its world's owner may read. */
    private static void note(Exchange exchange, LimitDecision.Ruling ruling) {
        if (exchange.caller() instanceof Caller.Anonymous) {
            return;
        }
        var type = ruling == LimitDecision.Ruling.BLOCKED_FOR_FAILURES ? "FAILED_REQUESTS" : "RPM";
        var exceeded = new RateLimitLog.Exceeded(
                exchange.sender().subject().id(), model(exchange.request()), type, exchange.now());
        exchange.world()
                .compute(
                        StateKinds.RATE_LIMIT_LOG,
                        log -> Transition.to(log.orElse(RateLimitLog.EMPTY).plus(exceeded)));
    }

    /** The id under which a request's failures are counted; empty where all count together. */
    private static String budgetOf(Exchange exchange) {
        if (!exchange.policies().limits().settings().budget().observed()) {
            return "";
        }
        // the body of somebody who is known is read sooner or later
        var read = !(exchange.caller() instanceof Caller.Anonymous) || isGlancedAt(exchange.request());
        var model = read ? named(exchange.request()) : "";
        return model.substring(0, Math.min(model.length(), LONGEST_MODEL));
    }

    private static String model(Request request) {
        return isGlancedAt(request) ? named(request) : "";
    }

    private static boolean isGlancedAt(Request request) {
        return request.body().length <= GLANCED_AT;
    }

    private static String named(Request request) {
        if (request.body().length == 0) {
            return "";
        }
        try {
            return request.json().root().path("model").asText("");
        } catch (IOException e) {
            return "";
        }
    }
}
