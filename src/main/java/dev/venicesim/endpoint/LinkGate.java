package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.error.LinkErrors;
import dev.venicesim.error.PathErrors;
import dev.venicesim.jobs.Job;
import dev.venicesim.journal.Why;
import dev.venicesim.scenario.Endpoint;
import dev.venicesim.scenario.Script.Strike;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way in for download links: no credentials, the token names world and job. A token that is not ours, whole and unaltered learns nothing. */
final class LinkGate {

    private final Desk desk;
    private final LinkDesk links;
    private final Download download;
    private final Playbooks playbooks;
    private final Faults faults;
    private final Logbook logbook;

    LinkGate(Desk desk, LinkDesk links, Download download, Playbooks playbooks, Faults faults) {
        this.desk = desk;
        this.links = links;
        this.download = download;
        this.playbooks = playbooks;
        this.faults = faults;
        this.logbook = new Logbook(desk);
    }

    /** One request for a file, the fault that strikes it, and when it came. */
    private record Visit(Call call, Job job, Optional<Strike> strike, long startedNanos) {}

    Reply pass(Request request, String token) {
        var started = desk.time().nanos();
        var target = links.target(token);
        var world = target.flatMap(found -> desk.worlds().byId(found.worldId()));
        var job = world.flatMap(found -> found.find(Kinds.JOB, target.get().jobId()));
        if (job.isEmpty()) {
            return Reply.error(LinkErrors.notFound()).withDefaults(Cors.ON_EVERY_REPLY);
        }
        return open(request, world.get(), job.get(), started);
    }

    private Reply open(Request request, World world, Job job, long started) {
        var script = playbooks.of(world.settings().behaviour()).script();
        var strike = faults.strike(world, script, () -> Inquiry.of(Endpoint.DOWNLOAD, job));
        if (strike.isEmpty()) {
            return carryOut(new Visit(call(request, world, new Why()), job, strike, started));
        }
        var by = strike.get();
        var why = new Why();
        why.note(by.why());
        if (!Faults.isBefore(by)) {
            return faults.after(world, by, carryOut(new Visit(call(request, world, why), job, strike, started)));
        }
        return faults.before(
                world,
                by,
                () -> carryOut(new Visit(call(request, world, why), job, strike, started)),
                () -> close(new Visit(call(request, world, why), job, strike, started), Reply.empty(200)));
    }

    /** Made when the request is carried out, since a delay may move the clock. */
    private Call call(Request request, World world, Why why) {
        var settings = world.settings();
        var realNow = desk.time().now();
        return new Call(
                request,
                Map.of(),
                Caller.ANONYMOUS,
                world,
                settings,
                playbooks.of(settings.behaviour()),
                settings.clock().at(realNow),
                realNow,
                why);
    }

    private Reply carryOut(Visit visit) {
        var method = visit.call().request().method();
        var reply = switch (method) {
            case "GET", "HEAD" -> download.fetch(visit.call(), visit.job());
            case "DELETE" -> download.revoke(visit.call(), visit.job());
            default -> Reply.error(PathErrors.methodNotAllowed(method, Set.of("GET", "HEAD", "DELETE")));
        };
        return reply.map(now -> close(visit, now));
    }

    private Reply.Now close(Visit visit, Reply.Now reply) {
        var meant = reply.withDefaults(Cors.ON_EVERY_REPLY);
        var sent = visit.strike().map(by -> Faults.spoil(by, meant)).orElse(meant);
        var call = visit.call();
        var page = new Logbook.Page(
                call.world(),
                call.request(),
                Endpoint.DOWNLOAD.label(),
                Optional.of(visit.job().queueId()),
                call.why(),
                visit.startedNanos());
        logbook.write(page, Faults.outcome(visit.strike(), meant, sent));
        return sent;
    }
}
