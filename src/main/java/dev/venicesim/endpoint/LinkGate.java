package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.error.LinkErrors;
import dev.venicesim.error.PathErrors;
import dev.venicesim.jobs.Job;
import dev.venicesim.journal.Why;
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
    private final Logbook logbook;

    LinkGate(Desk desk, Clips clips, LinkDesk links) {
        this.desk = desk;
        this.links = links;
        this.download = new Download(clips);
        this.logbook = new Logbook(desk);
    }

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
        var settings = world.settings();
        var realNow = desk.time().now();
        var call = new Call(
                request,
                Map.of(),
                Caller.ANONYMOUS,
                world,
                settings,
                settings.clock().at(realNow),
                realNow,
                new Why());
        var reply = switch (request.method()) {
            case "GET", "HEAD" -> download.fetch(call, job);
            case "DELETE" -> download.revoke(call, job);
            default -> Reply.error(PathErrors.methodNotAllowed(request.method(), Set.of("GET", "HEAD", "DELETE")));
        };
        var page = new Logbook.Page(world, request, "download", Optional.of(job.queueId()), call.why(), started);
        return reply.map(now -> {
            var whole = now.withDefaults(Cors.ON_EVERY_REPLY);
            logbook.write(page, Logbook.Outcome.of(whole, Logbook.SIMULATOR));
            return whole;
        });
    }
}
