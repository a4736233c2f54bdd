package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.journal.Why;
import dev.venicesim.limits.Answer;
import dev.venicesim.limits.Decision;
import dev.venicesim.limits.LimitReply;
import dev.venicesim.limits.LimitSettings;
import dev.venicesim.limits.LimitState;
import dev.venicesim.limits.LimitedCall;
import dev.venicesim.limits.Limits;
import dev.venicesim.limits.Moment;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import dev.venicesim.world.WorldSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What every operation has in common: who calls, how often, the headers of the reply, and the line in the journal. */
final class Gate {

    private final Desk desk;
    private final Reception reception;
    private final ReplyHeaders headers;
    private final Logbook logbook;

    Gate(Desk desk, Reception reception) {
        this.desk = desk;
        this.reception = reception;
        this.headers = new ReplyHeaders(desk);
        this.logbook = new Logbook(desk);
    }

    Reply pass(Route route, Request request, Map<String, String> variables) {
        var started = desk.time().nanos();
        var why = new Why();
        var received = reception.receive(route, request);
        if (received instanceof Verdict.Refused<Arrival> refused) {
            var visit = new Visit(route, request, reception.refused(request), why, started);
            return finish(visit, refuse(refused.refusal(), why), Optional.empty());
        }
        var arrival = ((Verdict.Accepted<Arrival>) received).value();
        return enter(new Visit(route, request, arrival, why, started), variables);
    }

    /** One request on its way through the gate. */
    private record Visit(Route route, Request request, Arrival arrival, Why why, long startedNanos) {}

    private Reply enter(Visit visit, Map<String, String> variables) {
        var arrival = visit.arrival();
        var settings = arrival.world().settings();
        var realNow = desk.time().now();
        var moment = new Moment(settings.clock(), realNow);
        var now = settings.clock().at(realNow);
        var decision = admit(visit, settings, now);
        var limits =
                new LimitReply(limits(settings).settings(), settings.behaviour().quirks());
        if (!decision.admitted()) {
            var refusal = limits.refusal(decision, visit.route().limited(), moment);
            RateLimitReads.note(arrival, visit.request(), decision.ruling(), now);
            return finish(visit, refuse(refusal, visit.why()), Optional.of(decision));
        }
        var call = new Call(
                visit.request(), variables, arrival.caller(), arrival.world(), settings, now, realNow, visit.why());
        var passing = headers.of(call);
        return visit.route()
                .endpoint()
                .answer(call)
                .map(reply -> finish(visit, passing.apply(reply), Optional.of(decision)));
    }

    private Decision admit(Visit visit, WorldSettings settings, Instant now) {
        var limits = limits(settings);
        return visit.arrival()
                .world()
                .compute(Kinds.LIMITS, visit.arrival().subject().key(), found -> {
                    var before = found.orElse(LimitState.EMPTY);
                    var decision = limits.admit(before, visit.route().limited(), now);
                    return found.isEmpty() && decision.state().equals(LimitState.EMPTY)
                            ? new Step<>(Optional.empty(), decision)
                            : Step.to(decision.state(), decision);
                });
    }

    private Reply.Now finish(Visit visit, Reply.Now reply, Optional<Decision> decision) {
        var arrival = visit.arrival();
        var settings = arrival.world().settings();
        var realNow = desk.time().now();
        count(visit, settings, reply);
        var all = new LinkedHashMap<String, String>(Cors.ON_EVERY_REPLY);
        all.putAll(headers.always(settings.behaviour().edition()));
        if (!(arrival.caller() instanceof Caller.Anonymous)) {
            var limits = new LimitReply(
                    limits(settings).settings(), settings.behaviour().quirks());
            decision.ifPresent(
                    made -> limits.headers(made, arrival.subject(), new Moment(settings.clock(), realNow), all::put));
        }
        var whole = reply.withDefaults(all);
        log(visit, whole);
        return whole;
    }

    /** Counts a failure against the budget of failed requests. */
    private void count(Visit visit, WorldSettings settings, Reply.Now reply) {
        if (reply.status() < 400) {
            return;
        }
        var limits = limits(settings);
        var now = settings.clock().at(desk.time().now());
        var answer = answer(visit, reply);
        visit.arrival().world().compute(Kinds.LIMITS, visit.arrival().subject().key(), found -> {
            var after = limits.record(found.orElse(LimitState.EMPTY), answer, now);
            return found.isEmpty() && after.equals(LimitState.EMPTY)
                    ? new Step<LimitState, Boolean>(Optional.empty(), false)
                    : Step.to(after, true);
        });
    }

    private static Answer answer(Visit visit, Reply.Now reply) {
        if (reply.status() == 402 && visit.arrival().caller() instanceof Caller.Anonymous) {
            return Answer.discovery();
        }
        return asksConsent(visit, reply) ? Answer.needsConsent() : Answer.of(reply.status());
    }

    private static boolean asksConsent(Visit visit, Reply.Now reply) {
        return reply.status() == 409 && visit.route().limited() == LimitedCall.QUEUE;
    }

    static Limits limits(WorldSettings settings) {
        var behaviour = settings.behaviour();
        return new Limits(LimitSettings.of(behaviour.quirks()).switched(behaviour.limits()));
    }

    private static Reply.Now refuse(Refusal refusal, Why why) {
        why.note(refusal.why());
        return Reply.error(refusal.error());
    }

    private void log(Visit visit, Reply.Now reply) {
        var page = new Logbook.Page(
                visit.arrival().world(),
                visit.request(),
                visit.route().name(),
                Optional.empty(),
                visit.why(),
                visit.startedNanos());
        logbook.write(page, Logbook.Outcome.of(reply, Logbook.SIMULATOR));
    }
}
