package dev.venicesim.pipeline;

import dev.venicesim.auth.Caller;
import dev.venicesim.error.LinkErrors;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.StateKinds;
import java.util.Optional;

/** Resolver of download links: no credentials, the token names world and job. */
final class LinkResolver {

    private final Services services;
    private final WorldReader reader;

    LinkResolver(Services services, WorldReader reader) {
        this.services = services;
        this.reader = reader;
    }

    Progress resolve(Exchange exchange) {
        var target = services.links().target(exchange.variables().getOrDefault("token", ""));
        var world = target.flatMap(found -> services.worlds().byId(found.worldId()));
        var job = world.flatMap(found -> found.find(StateKinds.JOB, target.get().jobId()));
        if (job.isEmpty()) {
            // a token that is not ours, whole and unaltered, or whose world or job is gone, belongs to nobody: there is
            // no journal of a client to put it in, and one kept for all would show to each who probes for the others
            return new Progress.Over(Reply.error(LinkErrors.notFound()).withDefaults(ReplyHeaders.CORS));
        }
        var subject = LimitSubject.address(exchange.request().remoteAddress());
        var sender = new RequestSender(Caller.ANONYMOUS, world.get(), subject, world.get(), Optional.of(job.get()));
        return exchange.sentBy(sender, reader.read(world.get()));
    }
}
