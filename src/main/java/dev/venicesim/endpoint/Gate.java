package dev.venicesim.endpoint;

import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.journal.Why;
import dev.venicesim.limits.Decision;
import dev.venicesim.limits.Moment;
import dev.venicesim.scenario.Script.Strike;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What every operation has in common: who calls, what goes wrong on purpose, how often, the headers of the reply, and the line in the journal. */
final class Gate {

    private final Desk desk;
    private final Reception reception;
    private final ReplyHeaders headers;
    private final Playbooks playbooks;
    private final Faults faults;
    private final Logbook logbook;

    Gate(Desk desk, Reception reception, Playbooks playbooks, Faults faults) {
        this.desk = desk;
        this.reception = reception;
        this.headers = new ReplyHeaders(desk);
        this.playbooks = playbooks;
        this.faults = faults;
        this.logbook = new Logbook(desk);
    }

    Reply pass(Route route, Request request, Map<String, String> variables) {
        var started = desk.time().nanos();
        var why = new Why();
        var received = reception.receive(route, request);
        if (received instanceof Verdict.Refused<Arrival> refused) {
            var visit =
                    new Visit(route, request, variables, reception.refused(request), why, Optional.empty(), started);
            return finish(visit, refuse(refused.refusal(), visit), Optional.empty());
        }
        var arrival = ((Verdict.Accepted<Arrival>) received).value();
        var visit = new Visit(route, request, variables, arrival, why, Optional.empty(), started);
        return strike(visit).map(by -> struck(visit.struckBy(by), by)).orElseGet(() -> enter(visit));
    }

    private Optional<Strike> strike(Visit visit) {
        var world = visit.arrival().world();
        var script = playbooks.of(world.settings().behaviour()).script();
        return Inquiry.endpoint(visit.route())
                .flatMap(endpoint -> faults.strike(
                        world, script, () -> Inquiry.of(endpoint, visit.request(), world, Faults.lookInside(script))));
    }

    private Reply struck(Visit visit, Strike by) {
        visit.why().note(by.why());
        var world = visit.arrival().world();
        return Faults.isBefore(by)
                ? faults.before(world, by, () -> enter(visit), () -> close(visit, Reply.empty(200), Headers.NONE))
                : faults.after(world, by, enter(visit));
    }

    private Reply enter(Visit visit) {
        var arrival = visit.arrival();
        var settings = arrival.world().settings();
        var playbook = playbooks.of(settings.behaviour());
        var realNow = desk.time().now();
        // nothing is told more exactly, and one instant is kept instead of a second one that is cut
        var now = settings.clock().at(realNow).truncatedTo(ChronoUnit.MILLIS);
        var decision = Turnstile.admit(arrival, playbook, visit.route().limited(), now);
        if (!decision.admitted()) {
            var refusal = playbook.limitReply()
                    .refusal(decision, visit.route().limited(), new Moment(settings.clock(), realNow));
            RateLimitReads.note(arrival, visit.request(), decision.ruling(), now);
            return finish(visit, refuse(refusal, visit), Optional.of(decision));
        }
        var call = new Call(
                visit.request(),
                visit.variables(),
                arrival.caller(),
                arrival.world(),
                settings,
                playbook,
                now,
                realNow,
                visit.why());
        var passing = headers.of(call);
        return visit.route()
                .endpoint()
                .answer(call)
                .map(reply -> finish(visit, passing.apply(reply), Optional.of(decision)));
    }

    private Reply.Now finish(Visit visit, Reply.Now reply, Optional<Decision> decision) {
        var arrival = visit.arrival();
        var settings = arrival.world().settings();
        var playbook = playbooks.of(settings.behaviour());
        var moment = new Moment(settings.clock(), desk.time().now());
        Turnstile.count(
                arrival,
                visit.route().limited(),
                reply,
                playbook,
                settings.clock().at(moment.realNow()));
        var counted = new Headers.Builder();
        decision.ifPresent(made -> Turnstile.headers(arrival, playbook, made, moment, counted::add));
        return close(visit, reply, counted.build());
    }

    /** Adds what every reply has, lets the fault have its way, and writes the line in the journal. */
    private Reply.Now close(Visit visit, Reply.Now reply, Headers counted) {
        var settings = visit.arrival().world().settings();
        var all = Cors.ON_EVERY_REPLY
                .and(headers.always(settings.behaviour().edition()))
                .and(counted);
        var meant = reply.withDefaults(all);
        var sent = visit.strike().map(by -> Faults.spoil(by, meant)).orElse(meant);
        var page = new Logbook.Page(
                visit.arrival().world(),
                visit.request(),
                visit.route().name(),
                Optional.empty(),
                visit.why(),
                visit.startedNanos());
        logbook.write(page, Faults.outcome(visit.strike(), meant, sent));
        return sent;
    }

    private static Reply.Now refuse(Refusal refusal, Visit visit) {
        visit.why().note(refusal.why());
        return Call.reply(
                refusal, visit.arrival().world().settings().behaviour().quirks());
    }
}
